import { classNames } from "./class-names.ts";

/** A line of text that is on its way. */
export function Skeleton({ className }: { readonly className?: string }) {
	return (
		<span aria-hidden className={classNames("block h-4 animate-breathe rounded-sm bg-wash", className)} />
	);
}

const widths = ["w-3/5", "w-2/5", "w-1/2", "w-1/3"];

/** Rows that are on their way; `label` says so to a screen reader. */
export function SkeletonRows({ rows = 4, label }: { readonly rows?: number; readonly label: string }) {
	return (
		<div role="status" className="divide-y divide-rule border-y border-rule">
			<span className="sr-only">{label}</span>
			{Array.from({ length: rows }, (_, row) => (
				<div key={widths[row % widths.length] + String(row)} className="flex flex-col gap-2.5 py-4">
					<Skeleton className={widths[row % widths.length] ?? "w-1/2"} />
					<Skeleton className="h-3 w-1/4" />
				</div>
			))}
		</div>
	);
}
