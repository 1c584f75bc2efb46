"use client";

import { LoaderCircle } from "lucide-react";
import { Slot } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLooks, buttonLooks } from "./button-looks.ts";
import { Tip } from "./tip.tsx";

export interface ButtonProps extends ComponentProps<"button"> {
	readonly variant?: ButtonLooks["variant"];
	readonly size?: ButtonLooks["size"];
	readonly icon?: ReactNode;
	/** Shows that the action runs; a second press does nothing, and the focus stays here. */
	readonly busy?: boolean;
	/** Puts the looks on the only child, a link for instance; `icon` and `busy` do not apply. */
	readonly asChild?: boolean;
	/** As wide as high, for a single icon. */
	readonly square?: boolean;
}

export function Button({
	variant = "secondary",
	size = "md",
	icon,
	busy = false,
	asChild = false,
	square = false,
	className,
	children,
	onClick,
	...rest
}: ButtonProps) {
	const looks = buttonLooks({ variant, size, square, className });
	if (asChild) {
		return (
			<Slot.Root className={looks} {...rest}>
				{children}
			</Slot.Root>
		);
	}
	return (
		<button
			type="button"
			className={looks}
			data-main={variant === "primary" || undefined}
			aria-disabled={busy || undefined}
			aria-busy={busy || undefined}
			onClick={(event) => {
				if (busy) event.preventDefault();
				else onClick?.(event);
			}}
			{...rest}
		>
			{busy ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : icon}
			{children}
		</button>
	);
}

export interface IconButtonProps
	extends Omit<ButtonProps, "children" | "aria-label" | "icon" | "asChild" | "square"> {
	/** The accessible name, also shown as a tip. */
	readonly label: string;
	readonly icon: ReactNode;
	/** Keys shown in the tip, see kbd.tsx. */
	readonly keys?: string;
	readonly keysOnMac?: string;
}

export function IconButton({
	label,
	icon,
	keys,
	keysOnMac,
	size = "md",
	variant = "plain",
	className,
	...rest
}: IconButtonProps) {
	return (
		<Tip label={label} {...(keys && { keys })} {...(keysOnMac && { keysOnMac })}>
			<Button
				variant={variant}
				size={size}
				icon={icon}
				aria-label={label}
				square
				className={className}
				{...rest}
			/>
		</Tip>
	);
}
