import { Skeleton } from "#app/_ui/skeleton.tsx";
import { rowShape } from "./row.tsx";

/** A passage that is on its way. */
export function MissingRow({ index, label }: { readonly index: number; readonly label: string }) {
	return (
		<div className={`${rowShape} row-y-2.5 border-t border-rule`}>
			<span className="pt-1 pr-2 text-right text-sm text-ink-faint">{index >= 0 ? index + 1 : ""}</span>
			<span className="sr-only">{label}</span>
			<Skeleton className="col-start-3 my-1.5 ml-2 w-4/5" />
			<Skeleton className="col-start-5 my-1.5 ml-2 w-3/5 max-md:hidden" />
		</div>
	);
}
