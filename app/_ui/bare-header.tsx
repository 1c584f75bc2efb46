import { useTranslations } from "next-intl";
import type { ComponentType, ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface BareHeaderProps {
	/** At the right end: pages that may be shown for any other bring none. */
	readonly menu?: ReactNode;
	/** Between the mark and the menu. */
	readonly children?: ReactNode;
	/** As wide as the pages with two texts. */
	readonly wide?: boolean;
	/**
	 * What leads home, where that need not load a page anew. A page that may be shown for any other brings none: its code
	 * would be sent with every page.
	 */
	readonly home?: ComponentType<{ href: string; className: string; children: ReactNode }> | "a";
}

/** The thin line at the top of every page but the workbench, which has its own. */
export function BareHeader({ menu, children, wide = false, home: Home = "a" }: BareHeaderProps) {
	const t = useTranslations("common");
	return (
		<header className="screen-only border-b border-rule">
			<a
				href="#main"
				className="sr-only z-50 rounded-md bg-raised px-3 py-2 shadow-float focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
			>
				{t("skip")}
			</a>
			<div className={classNames("page flex h-12 items-center gap-4", wide && "max-w-328")}>
				<Home href="/" className="flex items-center gap-2.5 rounded-sm font-serif text-md">
					<Mark />
					{t("product")}
				</Home>
				<div className="min-w-0 flex-1">{children}</div>
				{menu}
			</div>
		</header>
	);
}

/** Two facing pages, one of them sealed. */
function Mark() {
	return (
		<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden>
			<path d="M2.5 3.5h6.25v13H2.5z" fill="none" stroke="currentColor" strokeWidth="1.25" />
			<path d="M11.25 3.5h6.25v13h-6.25z" fill="var(--accent)" stroke="var(--accent)" strokeWidth="1.25" />
		</svg>
	);
}
