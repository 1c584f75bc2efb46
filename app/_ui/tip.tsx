"use client";

import { Tooltip } from "radix-ui";
import type { ReactElement } from "react";
import { Kbd } from "./kbd.tsx";

export interface TipProps {
	readonly label: string;
	readonly keys?: string;
	readonly keysOnMac?: string;
	readonly side?: "top" | "right" | "bottom" | "left";
	/** One element that takes a ref. */
	readonly children: ReactElement;
}

/** A word about a control, on pointer or keyboard focus. It never holds what is said nowhere else. */
export function Tip({ label, keys, keysOnMac, side = "bottom", children }: TipProps) {
	return (
		<Tooltip.Root>
			<Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
			<Tooltip.Portal>
				<Tooltip.Content
					side={side}
					sideOffset={6}
					collisionPadding={8}
					className="z-50 flex max-w-72 animate-appear items-center gap-2 rounded-md bg-ink px-2 py-1 text-sm text-paper"
				>
					{label}
					{keys && <Kbd keys={keys} {...(keysOnMac && { keysOnMac })} inverse />}
				</Tooltip.Content>
			</Tooltip.Portal>
		</Tooltip.Root>
	);
}
