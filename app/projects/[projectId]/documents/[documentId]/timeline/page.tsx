import { getTranslations } from "next-intl/server";
import { Queries } from "#app/_ui/queries.tsx";
import { SiteHeader } from "#app/_ui/site-header.tsx";
import { TimelineScreen } from "../../../timeline/timeline-screen.tsx";
import { documentCrumbs } from "../../document-crumbs.ts";
import { pageDocument } from "../../page-document.ts";

interface TimelinePageProps {
	readonly params: Promise<{ projectId: string; documentId: string }>;
}

export async function generateMetadata({ params }: TimelinePageProps) {
	const { projectId, documentId } = await params;
	const [{ head }, t] = await Promise.all([
		pageDocument(projectId, documentId, "/timeline"),
		getTranslations("timeline"),
	]);
	return { title: t("pageTitle", { title: head.description.title }) };
}

export default async function TimelinePage({ params }: TimelinePageProps) {
	const { projectId, documentId } = await params;
	const { actor, head } = await pageDocument(projectId, documentId, "/timeline");
	const { projectName, description } = head;
	const projects = await getTranslations("projects");
	const document = { id: documentId, projectId, projectName, title: description.title };
	return (
		<Queries>
			<SiteHeader name={actor.name} />
			<main id="main" tabIndex={-1} className="page pb-20">
				<TimelineScreen
					projectId={projectId}
					documentId={documentId}
					mayRevert={head.permissions.includes("rendering.edit")}
					crumbs={documentCrumbs(document, projects("title"))}
				/>
			</main>
		</Queries>
	);
}
