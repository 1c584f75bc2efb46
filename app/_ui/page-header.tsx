import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

export interface Crumb {
	readonly href: string;
	readonly label: ReactNode;
}

export interface PageHeaderProps {
	readonly title: ReactNode;
	readonly crumbs?: readonly Crumb[];
	/** A line beneath the title. */
	readonly note?: ReactNode;
	readonly actions?: ReactNode;
}

/** What this page is, what it belongs to, and what can be done here. */
export function PageHeader({ title, crumbs = [], note, actions }: PageHeaderProps) {
	return (
		<header className="flex flex-col gap-1 pt-8 pb-6">
			{crumbs.length > 0 && (
				<nav className="screen-only flex flex-wrap items-center gap-1 text-sm text-ink-faint">
					{crumbs.map((crumb) => (
						<span key={crumb.href} className="flex min-w-0 items-center gap-1">
							<Link href={crumb.href} className="underline-offset-3 hover:text-ink hover:underline">
								{crumb.label}
							</Link>
							<ChevronRight aria-hidden className="size-3.5 shrink-0" />
						</span>
					))}
				</nav>
			)}
			<div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
				<div className="flex min-w-0 flex-col gap-1">
					<h1 className="font-serif text-xl text-balance">{title}</h1>
					{note && <p className="text-ink-soft">{note}</p>}
				</div>
				{actions && <div className="screen-only flex flex-wrap items-center gap-2">{actions}</div>}
			</div>
		</header>
	);
}
