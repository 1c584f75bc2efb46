import { getTranslations } from "next-intl/server";
import { Queries } from "#app/_ui/queries.tsx";
import { SiteHeader } from "#app/_ui/site-header.tsx";
import { pageDocument } from "../../page-document.ts";
import { DeliverScreen } from "./deliver-screen.tsx";

interface DeliverPageProps {
	readonly params: Promise<{ projectId: string; documentId: string }>;
}

export async function generateMetadata({ params }: DeliverPageProps) {
	const { projectId, documentId } = await params;
	const [{ head }, t] = await Promise.all([
		pageDocument(projectId, documentId, "/deliver"),
		getTranslations("deliver"),
	]);
	return { title: t("pageTitle", { title: head.description.title }) };
}

export default async function DeliverPage({ params }: DeliverPageProps) {
	const { projectId, documentId } = await params;
	const { actor, head } = await pageDocument(projectId, documentId, "/deliver");
	const { title, origins, labels, targetLanguage } = head.description;
	return (
		<Queries>
			<SiteHeader name={actor.name} />
			<main id="main" tabIndex={-1} className="page pb-20">
				<DeliverScreen
					document={{ id: head.id, projectId, projectName: head.projectName, title }}
					holdings={{ ...head.sides, draft: head.sides.target && origins.length > 0 }}
					labels={labels}
					language={targetLanguage}
					mayReturn={head.permissions.includes("file.return")}
				/>
			</main>
		</Queries>
	);
}
