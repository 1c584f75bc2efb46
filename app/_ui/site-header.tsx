"use client";

import { CircleUser, LogOut, UserCog } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { api } from "./api.ts";
import { AppearanceChoices } from "./appearance.tsx";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { Menu, MenuItem, MenuSeparator } from "./menu.tsx";
import { useProblemSentence } from "./problem-note.tsx";
import { toast } from "./toast.tsx";

export interface SiteHeaderProps {
	/** The signed-in person's name; without it there is no account menu. */
	readonly name?: string | undefined;
	/** Between the mark and the account menu. */
	readonly children?: ReactNode;
	/** As wide as the pages with two texts. */
	readonly wide?: boolean;
}

/** The thin line at the top of every page but the workbench, which has its own. */
export function SiteHeader({ name, children, wide = false }: SiteHeaderProps) {
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
				<Link href="/" className="flex items-center gap-2.5 rounded-sm font-serif text-md">
					<Mark />
					{t("product")}
				</Link>
				<div className="min-w-0 flex-1">{children}</div>
				{name && <AccountMenu name={name} />}
			</div>
		</header>
	);
}

/** Two facing pages, one of them sealed. */
export function Mark() {
	return (
		<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden>
			<path d="M2.5 3.5h6.25v13H2.5z" fill="none" stroke="currentColor" strokeWidth="1.25" />
			<path d="M11.25 3.5h6.25v13h-6.25z" fill="var(--accent)" stroke="var(--accent)" strokeWidth="1.25" />
		</svg>
	);
}

export function AccountMenu({ name }: { readonly name: string }) {
	const t = useTranslations("common");
	const sentence = useProblemSentence();
	return (
		<Menu
			trigger={
				<Button variant="plain" size="sm" icon={<CircleUser aria-hidden className="size-4" />}>
					<span className="max-w-40 truncate">{name}</span>
				</Button>
			}
		>
			<AppearanceChoices />
			<MenuSeparator />
			<MenuItem asChild>
				<Link href="/account">
					<UserCog aria-hidden className="size-4" />
					{t("account")}
				</Link>
			</MenuItem>
			<MenuItem
				icon={<LogOut aria-hidden className="size-4" />}
				onSelect={() => {
					leave().catch((error: unknown) => toast.error(sentence(error)));
				}}
			>
				{t("signOut")}
			</MenuItem>
		</Menu>
	);
}

async function leave(): Promise<void> {
	await api("/session", { method: "DELETE" });
	window.location.assign("/sign-in");
}
