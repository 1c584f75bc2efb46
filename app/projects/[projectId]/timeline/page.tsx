import { getTranslations } from "next-intl/server";
import { Queries } from "#app/_ui/queries.tsx";
import { SiteHeader } from "#app/_ui/site-header.tsx";
import { pageProject } from "#app/page-session.ts";
import { TimelineScreen } from "./timeline-screen.tsx";

interface ProjectTimelinePageProps {
	readonly params: Promise<{ projectId: string }>;
}

export async function generateMetadata({ params }: ProjectTimelinePageProps) {
	const { projectId } = await params;
	const t = await getTranslations("timeline");
	const { project } = await pageProject(projectId, `/projects/${projectId}/timeline`);
	return { title: t("pageTitle", { title: project.name }) };
}

export default async function ProjectTimelinePage({ params }: ProjectTimelinePageProps) {
	const { projectId } = await params;
	const { actor, project } = await pageProject(projectId, `/projects/${projectId}/timeline`);
	const projects = await getTranslations("projects");
	return (
		<Queries>
			<SiteHeader name={actor.name} />
			<main id="main" tabIndex={-1} className="page pb-20">
				<TimelineScreen
					projectId={projectId}
					documentId={null}
					crumbs={[
						{ href: "/", label: projects("title") },
						{ href: `/projects/${projectId}`, label: project.name },
					]}
				/>
			</main>
		</Queries>
	);
}
