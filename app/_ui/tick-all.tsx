"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./class-names.ts";

interface TickAllProps {
	/** Read out, where nothing stands beside the box. */
	readonly label?: string;
	readonly all: boolean;
	readonly some: boolean;
	readonly disabled?: boolean;
	readonly onChange: (on: boolean) => void;
	readonly className?: string;
	readonly children?: ReactNode;
}

/** One box for many: half ticked where only some of them are. */
export function TickAll(props: TickAllProps) {
	const { label, all, some, disabled = false, onChange, className, children } = props;
	const box = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (box.current) box.current.indeterminate = some && !all;
	}, [some, all]);
	return (
		<label className={classNames("flex items-center gap-2", className)}>
			<input
				ref={box}
				type="checkbox"
				aria-label={label}
				className="size-4 shrink-0 accent-accent"
				checked={all}
				disabled={disabled}
				onChange={({ target }) => onChange(target.checked)}
			/>
			{children}
		</label>
	);
}
