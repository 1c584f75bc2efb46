import { getTranslations } from "next-intl/server";
import { listAccounts } from "#lib/server/accounts.ts";
import { SiteHeader } from "../../_ui/site-header.tsx";
import { orNotFound, pageSession } from "../../page-session.ts";
import { AccountList } from "./account-list.tsx";

export async function generateMetadata() {
	const t = await getTranslations("accounts.administration");
	return { title: t("title") };
}

export default async function AdministrationPage() {
	const { actor } = await pageSession("/administration");
	const { accounts } = await orNotFound(listAccounts(actor));
	return (
		<>
			<SiteHeader name={actor.name} />
			<main id="main" tabIndex={-1} className="page pb-20">
				<AccountList initial={accounts} self={actor.userId} />
			</main>
		</>
	);
}
