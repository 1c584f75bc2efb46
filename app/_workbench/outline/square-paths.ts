import { markOfLetter, type StateMark, stateMarks } from "#app/_ui/state-marks.ts";

export const columns = 16;
/** Edge of a square with the space around it, in the picture's own units. */
export const cellSize = 10;
/** A longer document has several passages in each square. */
const mostCells = 1_600;

/** A square that stands for several passages shows the one with most left to do. */
const leastFirst = "emdcra";

export function cellsOf(states: string): { perCell: number; cells: readonly StateMark[] } {
	const perCell = Math.max(1, Math.ceil(states.length / mostCells));
	const cells: StateMark[] = [];
	for (let start = 0; start < states.length; start += perCell) {
		const part = states.slice(start, start + perCell);
		const letter = [...leastFirst].find((candidate) => part.includes(candidate)) ?? "d";
		cells.push(markOfLetter[letter] ?? "draft");
	}
	return { perCell, cells };
}

const edge = cellSize - 3;

/** What is filled and what is drawn as a line, of one square; the same shapes as app/_ui/state-square.tsx in small. */
const shapes: Readonly<Record<StateMark, { fill: string; stroke: string }>> = {
	empty: { fill: "", stroke: `h${edge}v${edge}h-${edge}z` },
	draft: { fill: "", stroke: `h${edge}v${edge}h-${edge}z` },
	machine: { fill: "", stroke: `h${edge}v${edge}h-${edge}zm0 ${edge}l${edge} -${edge}` },
	edited: { fill: `m0 ${edge}h${edge}v-${edge}z`, stroke: `h${edge}v${edge}h-${edge}z` },
	reviewed: { fill: `h${edge}v${edge}h-${edge}z`, stroke: "" },
	approved: {
		fill: `m-1 -1h${edge + 2}v${edge + 2}h-${edge + 2}zm2 5l2 2l4 -5l-1 -.5l-3 3.5l-1 -1z`,
		stroke: "",
	},
};

/** One path to fill and one to draw for each state, for all squares together. */
export function pathsOf(cells: readonly StateMark[]): { mark: StateMark; fill: string; stroke: string }[] {
	return stateMarks.map((mark) => {
		let fill = "";
		let stroke = "";
		for (const [i, cell] of cells.entries()) {
			if (cell !== mark) continue;
			const start = `M${(i % columns) * cellSize + 1.5} ${Math.floor(i / columns) * cellSize + 1.5}`;
			if (shapes[mark].fill) fill += start + shapes[mark].fill;
			if (shapes[mark].stroke) stroke += start + shapes[mark].stroke;
		}
		return { mark, fill, stroke };
	});
}
