import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "./_ui/button.tsx";
import { EmptyState } from "./_ui/empty-state.tsx";
import { SiteHeader } from "./_ui/site-header.tsx";

export default async function NotFound() {
	const t = await getTranslations("common");
	return (
		<>
			<SiteHeader />
			<main id="main" className="page pt-12 pb-20">
				<EmptyState
					title={t("notFound.title")}
					action={
						<Button asChild>
							<Link href="/">{t("notFound.home")}</Link>
						</Button>
					}
				>
					{t("notFound.body")}
				</EmptyState>
			</main>
		</>
	);
}
