import { Queries } from "#app/_ui/queries.tsx";
import { SiteHeader } from "#app/_ui/site-header.tsx";
import { pageProject } from "#app/page-session.ts";
import { ProjectScreen } from "./project-screen.tsx";

interface ProjectPageProps {
	readonly params: Promise<{ projectId: string }>;
}

export async function generateMetadata({ params }: ProjectPageProps) {
	const { projectId } = await params;
	return { title: (await pageProject(projectId, `/projects/${projectId}`)).project.name };
}

export default async function ProjectPage({ params }: ProjectPageProps) {
	const { projectId } = await params;
	const { actor, project } = await pageProject(projectId, `/projects/${projectId}`);
	return (
		<Queries>
			<SiteHeader name={actor.name} />
			<main id="main" tabIndex={-1} className="page pb-20">
				<ProjectScreen project={project} />
			</main>
		</Queries>
	);
}
