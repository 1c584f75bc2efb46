import { getTranslations } from "next-intl/server";
import { Queries } from "#app/_ui/queries.tsx";
import { SiteHeader } from "#app/_ui/site-header.tsx";
import { pageProject } from "#app/page-session.ts";
import { FindingsScreen } from "./findings-screen.tsx";

interface FindingsPageProps {
	readonly params: Promise<{ projectId: string }>;
}

const pathOf = (projectId: string) => `/projects/${projectId}/findings`;

export async function generateMetadata({ params }: FindingsPageProps) {
	const { projectId } = await params;
	const [{ project }, t] = await Promise.all([
		pageProject(projectId, pathOf(projectId)),
		getTranslations("projectFindings"),
	]);
	return { title: t("of", { project: project.name }) };
}

export default async function FindingsPage({ params }: FindingsPageProps) {
	const { projectId } = await params;
	const { actor, project } = await pageProject(projectId, pathOf(projectId));
	return (
		<Queries>
			<SiteHeader name={actor.name} />
			<main id="main" tabIndex={-1} className="page pb-20">
				<FindingsScreen project={project} />
			</main>
		</Queries>
	);
}
