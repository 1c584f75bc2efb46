import { getTranslations } from "next-intl/server";
import { Queries } from "#app/_ui/queries.tsx";
import { SiteHeader } from "#app/_ui/site-header.tsx";
import { pageDocument } from "../../page-document.ts";
import { CompareScreen } from "./compare-screen.tsx";

interface ComparePageProps {
	readonly params: Promise<{ projectId: string; documentId: string }>;
}

export async function generateMetadata({ params }: ComparePageProps) {
	const { projectId, documentId } = await params;
	const [{ head }, t] = await Promise.all([
		pageDocument(projectId, documentId, "/compare"),
		getTranslations("compare"),
	]);
	return { title: t("pageTitle", { title: head.description.title }) };
}

export default async function ComparePage({ params }: ComparePageProps) {
	const { projectId, documentId } = await params;
	const { actor, head } = await pageDocument(projectId, documentId, "/compare");
	const { title, labels, sourceLanguage, targetLanguage } = head.description;
	return (
		<Queries>
			<div className="[&_.page]:max-w-[96rem]">
				<SiteHeader name={actor.name} />
			</div>
			<main
				id="main"
				tabIndex={-1}
				className="mx-auto w-full max-w-[96rem] px-[clamp(1rem,4vw,2.5rem)] pb-20 print:px-0"
			>
				<CompareScreen
					document={{ id: head.id, projectId, projectName: head.projectName, title }}
					labels={labels}
					mayName={head.permissions.includes("document.describe")}
					mayRevert={head.permissions.includes("rendering.edit")}
					languages={{ source: head.sides.source ? sourceLanguage : null, target: targetLanguage }}
				/>
			</main>
		</Queries>
	);
}
