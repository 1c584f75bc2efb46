import { getTranslations } from "next-intl/server";
import { Queries } from "#app/_ui/queries.tsx";
import { SiteHeader } from "#app/_ui/site-header.tsx";
import { pageDocument } from "../../page-document.ts";
import { DocumentMeasures } from "./document-measures.tsx";

interface MeasuresPageProps {
	readonly params: Promise<{ projectId: string; documentId: string }>;
}

export async function generateMetadata({ params }: MeasuresPageProps) {
	const { projectId, documentId } = await params;
	const [{ head }, t] = await Promise.all([
		pageDocument(projectId, documentId, "/measures"),
		getTranslations("measures"),
	]);
	return { title: t("pageTitle", { title: head.description.title }) };
}

export default async function MeasuresPage({ params }: MeasuresPageProps) {
	const { projectId, documentId } = await params;
	const { actor, head } = await pageDocument(projectId, documentId, "/measures");
	const { title, targetLanguage } = head.description;
	return (
		<Queries>
			<SiteHeader name={actor.name} />
			<main id="main" tabIndex={-1} className="page pb-20">
				<DocumentMeasures
					document={{ id: head.id, projectId, projectName: head.projectName, title }}
					language={targetLanguage}
				/>
			</main>
		</Queries>
	);
}
