import { headers } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { safePath } from "#lib/server/next-path.ts";
import { readSession } from "#lib/server/session.ts";
import { oidcName } from "#lib/server/sign-in.ts";
import { NarrowPage } from "../narrow-page.tsx";
import { SignInForm } from "./sign-in-form.tsx";

export async function generateMetadata() {
	const t = await getTranslations("auth.signIn");
	return { title: t("title") };
}

interface SignInPageProps {
	readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
	const [t, query, head] = await Promise.all([getTranslations("auth.signIn"), searchParams, headers()]);
	const session = await readSession(head);
	const next = safePath(query["next"]);
	const provider = oidcName();
	return (
		<NarrowPage title={t("title")}>
			{session !== null && (
				<p className="text-ink-soft">
					{t("signedInAs", { name: session.actor.name })}{" "}
					<Link href={next ?? "/"} className="text-ink underline underline-offset-3">
						{t("goOn")}
					</Link>
				</p>
			)}
			<SignInForm next={next} provider={provider} notice={noticeOf(query["error"])} />
		</NarrowPage>
	);
}

/** Why next-auth sent the reader back here, in one of our own words. */
function noticeOf(error: string | string[] | undefined): "unverified" | "unknown" | "failed" | null {
	if (error === undefined) return null;
	return error === "unverified" || error === "unknown" ? error : "failed";
}
