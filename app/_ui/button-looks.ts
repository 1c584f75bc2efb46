import { classNames } from "./class-names.ts";

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

export interface ButtonLooks {
	readonly variant?: keyof typeof variants;
	readonly size?: keyof typeof sizes;
	readonly square?: boolean;
	readonly className?: string | undefined;
}

/** By itself for pages that may be shown for any other: what they stand on is sent with every page. */
export function buttonLooks({
	variant = "secondary",
	size = "md",
	square = false,
	className,
}: ButtonLooks): string {
	return classNames(
		shape,
		variants[variant],
		sizes[size],
		widths[size][square ? "square" : "wide"],
		className,
	);
}
