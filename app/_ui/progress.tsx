import { classNames } from "./class-names.ts";

export interface ProgressProps {
	readonly label: string;
	readonly done: number;
	/** 0 or less: how long it takes is not known. */
	readonly total: number;
	readonly className?: string;
}

export function Progress({ label, done, total, className }: ProgressProps) {
	const known = total > 0;
	return (
		<progress
			aria-label={label}
			{...(known && { value: Math.min(done, total), max: total })}
			className={classNames("progress block h-1.5 w-full", className)}
		/>
	);
}
