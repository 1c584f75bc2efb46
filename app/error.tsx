"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "./_ui/button.tsx";
import { EmptyState } from "./_ui/empty-state.tsx";
import { SiteHeader } from "./_ui/site-header.tsx";

interface FailedPageProps {
	readonly error: Error & { readonly digest?: string };
	readonly reset: () => void;
}

export default function FailedPage({ error, reset }: FailedPageProps) {
	const t = useTranslations("common");
	return (
		<>
			<SiteHeader />
			<main id="main" className="page pt-12 pb-20">
				<EmptyState
					title={t("failed.title")}
					action={
						<>
							<Button variant="primary" onClick={reset}>
								{t("retry")}
							</Button>
							<Button asChild>
								<Link href="/">{t("failed.home")}</Link>
							</Button>
						</>
					}
				>
					{error.digest ? t("failed.bodyWithCode", { digest: error.digest }) : t("failed.body")}
				</EmptyState>
			</main>
		</>
	);
}
