"use client";

import { LoaderCircle } from "lucide-react";
import { Slot } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Tip } from "./tip.tsx";

const variants = {
	primary: "bg-accent text-on-accent hover:bg-accent-strong border border-transparent",
	secondary: "border border-control bg-raised text-ink hover:bg-wash",
	plain: "border border-transparent text-ink hover:bg-wash",
	danger: "border border-danger bg-raised text-danger hover:bg-danger-wash",
} as const;

const sizes = {
	sm: "h-7 gap-1.5 text-sm",
	md: "h-9 gap-2 text-base",
} as const;

const widths = { sm: { wide: "px-2", square: "w-7" }, md: { wide: "px-3.5", square: "w-9" } } as const;

const shape =
	"inline-flex shrink-0 items-center justify-center rounded-md font-medium whitespace-nowrap select-none transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&>svg]:shrink-0";

export interface ButtonProps extends ComponentProps<"button"> {
	readonly variant?: keyof typeof variants;
	readonly size?: keyof typeof sizes;
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
	const looks = classNames(
		shape,
		variants[variant],
		sizes[size],
		widths[size][square ? "square" : "wide"],
		className,
	);
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
