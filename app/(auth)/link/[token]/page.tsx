import { headers } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type OpenLink, peekLink } from "#lib/server/links.ts";
import { safePath } from "#lib/server/next-path.ts";
import { readSession, type Session } from "#lib/server/session.ts";
import { Button } from "../../../_ui/button.tsx";
import { NarrowPage } from "../../narrow-page.tsx";
import { ContinueButton } from "./continue-button.tsx";

export async function generateMetadata() {
	const t = await getTranslations("auth.link");
	return { title: t("title") };
}

interface LinkPageProps {
	readonly params: Promise<{ token: string }>;
	readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Says what the link will do. Only pressing the button uses it up: mail scanners open links too. */
export default async function LinkPage({ params, searchParams }: LinkPageProps) {
	const [{ token }, query, head] = await Promise.all([params, searchParams, headers()]);
	const [link, session] = await Promise.all([peekLink(token), readSession(head)]);
	if (link === null) return <DeadLink />;
	const next = safePath(query["next"]);
	return link.purpose === "sign-in" ? (
		<SignInLink token={token} link={link} session={session} next={next} />
	) : (
		<Invitation token={token} link={link} session={session} />
	);
}

interface LinkProps {
	readonly token: string;
	readonly link: OpenLink;
	readonly session: Session | null;
}

const who = (name: ReactNode) => <strong className="font-medium">{name}</strong>;

async function SignInLink({ token, link, session, next }: LinkProps & { readonly next: string | null }) {
	const t = await getTranslations("auth.link");
	return (
		<NarrowPage title={t("title")}>
			<p>
				{t.rich("signInAs", { who, name: link.account ?? link.email, email: link.email })} {t("once")}
			</p>
			{session !== null && session.email !== link.email && (
				<p className="text-ink-soft">{t("instead", { name: session.actor.name })}</p>
			)}
			<ContinueButton token={token} next={next} accept={false} label={t("continue")} />
		</NarrowPage>
	);
}

/** A new address gets an account; the holder of an existing one accepts signed in. */
async function Invitation({ token, link, session }: LinkProps) {
	const [t, projects] = await Promise.all([getTranslations("auth.link"), getTranslations("projects.role")]);
	const { email } = link;
	const own = session?.email === email;
	const signIn = `/sign-in?next=${encodeURIComponent(`/link/${token}`)}`;
	return (
		<NarrowPage title={t("invitationTitle")}>
			<p>
				{t.rich("invited", {
					what: who,
					project: link.project ?? "",
					role: projects(link.role ?? "reader"),
					email,
				})}
			</p>
			{link.account === null && <p className="text-ink-soft">{t("newAccount")}</p>}
			{link.account === null || own ? (
				<ContinueButton token={token} next={null} accept={own} label={t("accept")} />
			) : (
				<>
					<p className="text-ink-soft">
						{session === null
							? t("signInFirst", { email })
							: t("otherAccount", { name: session.actor.name, email })}
					</p>
					<Button asChild variant="primary">
						<Link href={signIn}>{t("signIn")}</Link>
					</Button>
				</>
			)}
		</NarrowPage>
	);
}

async function DeadLink() {
	const t = await getTranslations("auth.link");
	return (
		<NarrowPage title={t("deadTitle")}>
			<p>{t("dead")}</p>
			<p className="text-ink-soft">{t("deadAccount")}</p>
			<p className="text-ink-soft">{t("deadFirst")}</p>
			<Button asChild>
				<Link href="/sign-in">{t("signIn")}</Link>
			</Button>
		</NarrowPage>
	);
}
