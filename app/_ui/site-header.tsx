"use client";

import { CircleUser, LogOut, UserCog } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { api } from "./api.ts";
import { AppearanceChoices } from "./appearance.tsx";
import { BareHeader, type BareHeaderProps } from "./bare-header.tsx";
import { Button } from "./button.tsx";
import { LanguageButton, LanguageChoices } from "./language.tsx";
import { Menu, MenuItem, MenuSeparator } from "./menu.tsx";
import { useProblemSentence } from "./problem-note.tsx";
import { toast } from "./toast.tsx";

export interface SiteHeaderProps extends Omit<BareHeaderProps, "menu"> {
	/** The signed-in person's name; without it there is no account menu, only the choice of language. */
	readonly name?: string | undefined;
}

export function SiteHeader({ name, ...rest }: SiteHeaderProps) {
	return <BareHeader home={Link} {...rest} menu={name ? <AccountMenu name={name} /> : <LanguageButton />} />;
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
			<LanguageChoices />
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
