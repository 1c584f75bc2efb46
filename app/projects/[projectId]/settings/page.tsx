import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Queries } from "#app/_ui/queries.tsx";
import { SiteHeader } from "#app/_ui/site-header.tsx";
import { pageProject } from "#app/page-session.ts";
import { checkIds } from "#lib/server/checking/check-names.ts";
import { may } from "../project.ts";
import { SettingsScreen } from "./settings-screen.tsx";

interface SettingsPageProps {
	readonly params: Promise<{ projectId: string }>;
}

export async function generateMetadata({ params }: SettingsPageProps) {
	const { projectId } = await params;
	const t = await getTranslations("projects");
	const { project } = await pageProject(projectId, `/projects/${projectId}/settings`);
	return { title: t("settingsOf", { project: project.name }) };
}

export default async function SettingsPage({ params }: SettingsPageProps) {
	const { projectId } = await params;
	const { actor, project } = await pageProject(projectId, `/projects/${projectId}/settings`);
	if (!may(project, "checks.manage")) notFound();
	return (
		<Queries>
			<SiteHeader name={actor.name} />
			<main id="main" tabIndex={-1} className="page pb-20">
				<SettingsScreen project={project} checks={checkIds} />
			</main>
		</Queries>
	);
}
