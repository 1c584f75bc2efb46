"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { SelectField } from "#app/_ui/select-field.tsx";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import { toast } from "#app/_ui/toast.tsx";
import type { CheckSettings as Settings, SwitchedOff } from "#lib/core/qa/settings.ts";
import type { ProjectOnScreen } from "../project.ts";

interface CheckSettingsProps {
	readonly project: ProjectOnScreen;
	/** Every check there is. */
	readonly checks: readonly string[];
}

/** How a project writes, and which checks it does without. Each choice is saved as it is made. */
export function CheckSettings({ project, checks }: CheckSettingsProps) {
	const t = useTranslations("checking.settings");
	const client = useQueryClient();
	const path = `/projects/${project.id}/checking`;
	const key = ["checking", project.id];
	const query = useQuery({ queryKey: key, queryFn: ({ signal }) => api<Settings>(path, { signal }) });
	const save = useMutation({
		mutationFn: (change: Partial<Settings>) => api(path, { method: "PUT", body: change }),
		onSuccess: async () => {
			await client.invalidateQueries({ queryKey: key });
			toast.success(t("saved"));
		},
	});
	const settings = query.data;
	if (!settings)
		return query.error ? <ProblemNote error={query.error} /> : <SkeletonRows rows={3} label={t("title")} />;
	return (
		<div className="flex max-w-md flex-col gap-5">
			<ProblemNote error={save.error} />
			<Style style={settings.style} onChange={(style) => save.mutate({ style })} />
			<SwitchedOffChecks checks={checks} off={settings.off} onChange={(off) => save.mutate({ off })} />
		</div>
	);
}

interface StyleProps {
	readonly style: Settings["style"];
	readonly onChange: (style: Settings["style"]) => void;
}

/** Numbers from which figures are commonly written; 0: nobody says. */
const figures = ["0", "10", "11", "13", "20", "100"] as const;

function Style({ style, onChange }: StyleProps) {
	const t = useTranslations("checking.settings");
	return (
		<div className="flex flex-col gap-3">
			<SelectField
				label={t("spelling")}
				value={style.spelling}
				values={["either", "british", "american"]}
				name={(value) => t(`spellingOf.${value}`)}
				onChange={(spelling) => onChange({ ...style, spelling })}
			/>
			<SelectField
				label={t("comma")}
				value={style.serialComma}
				values={["either", "always", "never"]}
				name={(value) => t(`commaOf.${value}`)}
				onChange={(serialComma) => onChange({ ...style, serialComma })}
			/>
			<SelectField
				label={t("figures")}
				value={figures.find((value) => Number(value) === (style.figuresFrom ?? 0))}
				values={figures}
				name={(value) => t("figuresOf", { from: Number(value) })}
				onChange={(value) => onChange({ ...style, figuresFrom: Number(value) || null })}
			/>
			<SelectField
				label={t("titles")}
				value={style.titles}
				values={["either", "quotes", "none"]}
				name={(value) => t(`titlesOf.${value}`)}
				onChange={(titles) => onChange({ ...style, titles })}
			/>
		</div>
	);
}

interface OffProps {
	readonly checks: readonly string[];
	readonly off: readonly SwitchedOff[];
	readonly onChange: (off: readonly SwitchedOff[]) => void;
}

function SwitchedOffChecks({ checks, off, onChange }: OffProps) {
	const t = useTranslations("checking.settings");
	const say = useTranslations("findings");
	const nameOf = (check: string) => say(`${check}.name` as "failed", { check });
	const named = ({ check, key }: SwitchedOff) =>
		key === null ? t("whole", { name: nameOf(check) }) : t("part", { name: nameOf(check), key });
	const on = checks.filter((check) => !off.some((one) => one.check === check && one.key === null));
	return (
		<div className="flex flex-col gap-2">
			<h3 className="text-sm font-medium">{t("offTitle")}</h3>
			{off.length === 0 && <p className="text-sm text-ink-soft">{t("offNone")}</p>}
			<ul className="flex flex-col">
				{off.map((one) => (
					<li
						key={`${one.check} ${one.key}`}
						className="flex items-center justify-between gap-3 border-b border-rule py-1.5 text-sm"
					>
						{named(one)}
						<Button size="sm" onClick={() => onChange(off.filter((other) => other !== one))}>
							{t("on")}
						</Button>
					</li>
				))}
			</ul>
			<SelectField
				label={t("switchOff")}
				value={""}
				values={["", ...on]}
				name={(check) => (check === "" ? t("choose") : nameOf(check))}
				onChange={(check) => check !== "" && onChange([...off, { check, key: null }])}
			/>
		</div>
	);
}
