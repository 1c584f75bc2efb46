import { getTranslations } from "next-intl/server";
import { listMentions } from "#lib/server/comments/mentions.ts";
import { listProjects } from "#lib/server/projects.ts";
import { Queries } from "./_ui/queries.tsx";
import { SiteHeader } from "./_ui/site-header.tsx";
import { PasswordReminder } from "./(auth)/password-reminder.tsx";
import { MentionInbox } from "./mention-inbox.tsx";
import { pageSession } from "./page-session.ts";
import { ProjectList } from "./project-list.tsx";

export async function generateMetadata() {
	const t = await getTranslations();
	return { title: { absolute: `${t("projects.title")} · ${t("common.product")}` } };
}

export default async function ProjectsPage() {
	const { actor, hasPassword } = await pageSession("/");
	const [{ projects }, { mentions }] = await Promise.all([listProjects(actor), listMentions(actor)]);
	return (
		<Queries>
			<SiteHeader name={actor.name} />
			<main id="main" tabIndex={-1} className="page pb-20">
				<PasswordReminder hasPassword={hasPassword} />
				<MentionInbox mentions={mentions} />
				<ProjectList initial={projects} />
			</main>
		</Queries>
	);
}
