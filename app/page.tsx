import { getTranslations } from "next-intl/server";
import { listProjects } from "#lib/server/projects.ts";
import { SiteHeader } from "./_ui/site-header.tsx";
import { PasswordReminder } from "./(auth)/password-reminder.tsx";
import { pageSession } from "./page-session.ts";
import { ProjectList } from "./project-list.tsx";

export async function generateMetadata() {
	const t = await getTranslations();
	return { title: { absolute: `${t("projects.title")} · ${t("common.product")}` } };
}

export default async function ProjectsPage() {
	const { actor, hasPassword } = await pageSession("/");
	const { projects } = await listProjects(actor);
	return (
		<>
			<SiteHeader name={actor.name} />
			<main id="main" className="page pb-20">
				<PasswordReminder hasPassword={hasPassword} />
				<ProjectList initial={projects} />
			</main>
		</>
	);
}
