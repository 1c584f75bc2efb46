import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { passwordLength } from "#lib/server/password.ts";
import { PageHeader } from "../../_ui/page-header.tsx";
import { SiteHeader } from "../../_ui/site-header.tsx";
import { pageSession } from "../../page-session.ts";
import { NameForm } from "./name-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SignOutEverywhere } from "./sign-out-everywhere.tsx";

export async function generateMetadata() {
	const t = await getTranslations("accounts");
	return { title: t("title") };
}

export default async function AccountPage() {
	const [t, { actor, email, hasPassword }] = await Promise.all([
		getTranslations("accounts"),
		pageSession("/account"),
	]);
	const administration = actor.administrator && (
		<Link href="/administration" className="underline underline-offset-3 hover:text-accent-text">
			{t("administrationLink")}
		</Link>
	);
	return (
		<>
			<SiteHeader name={actor.name} />
			<main id="main" tabIndex={-1} className="page pb-20">
				<PageHeader title={t("title")} note={t("signedInAs", { email })} actions={administration} />
				<div className="flex max-w-md flex-col gap-10">
					{/* One key: whoever sets the first password sees this form move, and keeps the focus where it is. */}
					{hasPassword && <NameForm key="name" name={actor.name} focus />}
					<PasswordForm hasPassword={hasPassword} email={email} length={passwordLength} />
					{!hasPassword && <NameForm key="name" name={actor.name} focus={false} />}
					<SignOutEverywhere hasPassword={hasPassword} />
				</div>
			</main>
		</>
	);
}
