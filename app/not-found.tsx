import { getTranslations } from "next-intl/server";
import { BareHeader } from "./_ui/bare-header.tsx";
import { buttonLooks } from "./_ui/button-looks.ts";
import { EmptyState } from "./_ui/empty-state.tsx";

export default async function NotFound() {
	const t = await getTranslations("common");
	return (
		<>
			<BareHeader />
			<main id="main" tabIndex={-1} className="page pt-12 pb-20">
				<EmptyState
					page
					title={t("notFound.title")}
					action={
						<a href="/" className={buttonLooks({})}>
							{t("notFound.home")}
						</a>
					}
				>
					{t("notFound.body")}
				</EmptyState>
			</main>
		</>
	);
}
