"use client";

import { Tooltip } from "radix-ui";
import { createPortal } from "react-dom";
import { Kbd } from "./kbd.tsx";
import type { TipProps } from "./tip.tsx";

interface TipBubbleProps extends Omit<TipProps, "children"> {
	readonly control: () => Element | null;
}

/** Stands beside a control that is not its own: a stand-in of the same size lies over it. */
export default function TipBubble({ control, label, keys, keysOnMac, side = "bottom" }: TipBubbleProps) {
	const place = control()?.getBoundingClientRect();
	if (!place) return null;
	const { left, top, width, height } = place;
	return createPortal(
		<Tooltip.Provider>
			<Tooltip.Root open>
				<Tooltip.Trigger asChild>
					<span aria-hidden className="pointer-events-none fixed" style={{ left, top, width, height }} />
				</Tooltip.Trigger>
				<Tooltip.Portal>
					<Tooltip.Content
						side={side}
						sideOffset={6}
						collisionPadding={8}
						className="pointer-events-none z-50 flex max-w-72 animate-appear items-center gap-2 rounded-md bg-ink px-2 py-1 text-sm text-paper"
					>
						{label}
						{keys && <Kbd keys={keys} {...(keysOnMac && { keysOnMac })} inverse />}
					</Tooltip.Content>
				</Tooltip.Portal>
			</Tooltip.Root>
		</Tooltip.Provider>,
		document.body,
	);
}
