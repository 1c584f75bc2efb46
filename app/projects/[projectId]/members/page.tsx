import { getTranslations } from "next-intl/server";
import { Queries } from "#app/_ui/queries.tsx";
import { SiteHeader } from "#app/_ui/site-header.tsx";
import { pageProject } from "#app/page-session.ts";
import { listMembers } from "#lib/server/members.ts";
import { MembersScreen } from "./members-screen.tsx";

interface MembersPageProps {
	readonly params: Promise<{ projectId: string }>;
}

export async function generateMetadata({ params }: MembersPageProps) {
	const { projectId } = await params;
	const t = await getTranslations("projects");
	const { project } = await pageProject(projectId, `/projects/${projectId}/members`);
	return { title: t("membersOf", { project: project.name }) };
}

export default async function MembersPage({ params }: MembersPageProps) {
	const { projectId } = await params;
	const { actor, project } = await pageProject(projectId, `/projects/${projectId}/members`);
	return (
		<Queries>
			<SiteHeader name={actor.name} />
			<main id="main" tabIndex={-1} className="page pb-20">
				<MembersScreen
					project={project}
					reader={actor.userId}
					initial={await listMembers(actor, projectId)}
				/>
			</main>
		</Queries>
	);
}
