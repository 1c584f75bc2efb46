import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SiteHeader } from "#app/_ui/site-header.tsx";
import { pageProject } from "#app/page-session.ts";
import { readers } from "#lib/core/formats/reader-registry.ts";
import { offeredAligners } from "#lib/server/align-texts.ts";
import { may } from "../project.ts";
import { ImportScreen } from "./import-screen.tsx";

const extensions = new Set(readers.flatMap((reader) => reader.extensions));
const accepted = [...extensions].map((extension) => `.${extension}`).join(",");

interface ImportPageProps {
	readonly params: Promise<{ projectId: string }>;
}

export async function generateMetadata() {
	const t = await getTranslations("import");
	return { title: t("title") };
}

export default async function ImportPage({ params }: ImportPageProps) {
	const { projectId } = await params;
	const { actor, project } = await pageProject(projectId, `/projects/${projectId}/import`);
	if (!may(project, "document.import")) notFound();
	return (
		<>
			<SiteHeader name={actor.name} wide />
			<main id="main" className="page max-w-328">
				<ImportScreen project={project} aligners={offeredAligners()} accepted={accepted} />
			</main>
		</>
	);
}
