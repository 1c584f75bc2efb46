import type { ReactNode } from "react";

export interface EmptyStateProps {
	readonly title: ReactNode;
	/** What to do next, in a sentence or two. */
	readonly children?: ReactNode;
	readonly action?: ReactNode;
	/** The whole page is this notice. */
	readonly page?: boolean;
}

/** Nothing here yet: says why, and what to do. */
export function EmptyState({ title, children, action, page = false }: EmptyStateProps) {
	const Heading = page ? "h1" : "h2";
	return (
		<div className="flex flex-col items-start gap-3 border-y border-rule py-12">
			<Heading className="font-serif text-lg">{title}</Heading>
			{children && <div className="max-w-[34em] text-ink-soft">{children}</div>}
			{action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
		</div>
	);
}
