/**
 * The beads that are sought, with a share to begin with: mostly one to one, seldom alone. The text's own shares are
 * learned on the way.
 */
export const shapes = [
	{ source: 1, target: 1, prior: 0.76 },
	{ source: 1, target: 0, prior: 0.01 },
	{ source: 0, target: 1, prior: 0.01 },
	{ source: 1, target: 2, prior: 0.07 },
	{ source: 2, target: 1, prior: 0.07 },
	{ source: 1, target: 3, prior: 0.015 },
	{ source: 3, target: 1, prior: 0.015 },
	{ source: 1, target: 4, prior: 0.004 },
	{ source: 4, target: 1, prior: 0.004 },
	{ source: 1, target: 5, prior: 0.0015 },
	{ source: 5, target: 1, prior: 0.0015 },
	{ source: 2, target: 2, prior: 0.02 },
	{ source: 2, target: 3, prior: 0.006 },
	{ source: 3, target: 2, prior: 0.006 },
	{ source: 3, target: 3, prior: 0.003 },
] as const;

export const oneToOneShape = 0;
