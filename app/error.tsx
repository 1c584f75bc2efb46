"use client";

import { useTranslations } from "next-intl";
import { BareHeader } from "./_ui/bare-header.tsx";
import { buttonLooks } from "./_ui/button-looks.ts";
import { EmptyState } from "./_ui/empty-state.tsx";

interface FailedPageProps {
	readonly error: Error & { readonly digest?: string };
	readonly reset: () => void;
}

export default function FailedPage({ error, reset }: FailedPageProps) {
	const t = useTranslations("common");
	return (
		<>
			<BareHeader />
			<main id="main" tabIndex={-1} className="page pt-12 pb-20">
				<EmptyState
					page
					title={t("failed.title")}
					action={
						<>
							<button type="button" className={buttonLooks({ variant: "primary" })} onClick={reset}>
								{t("retry")}
							</button>
							<a href="/" className={buttonLooks({})}>
								{t("failed.home")}
							</a>
						</>
					}
				>
					{error.digest ? t("failed.bodyWithCode", { digest: error.digest }) : t("failed.body")}
				</EmptyState>
			</main>
		</>
	);
}
