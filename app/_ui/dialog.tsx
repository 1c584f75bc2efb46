"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { AlertDialog, Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { toFirstControl } from "./first-control.ts";
import { ScrollArea } from "./scroll-area.tsx";
import { pressMainByKey } from "./submit-by-key.ts";

const veil = "fixed inset-0 z-40 bg-veil";
const sheet =
	"fixed inset-x-0 bottom-0 z-40 flex max-h-[92dvh] flex-col border-rule bg-raised shadow-float animate-appear focus:outline-none sm:inset-x-auto sm:bottom-auto sm:top-[12vh] sm:left-1/2 sm:max-h-[76vh] sm:w-[calc(100%-2rem)] sm:-translate-x-1/2 sm:rounded-md";
const widths = {
	sm: "sm:max-w-md",
	md: "sm:max-w-xl",
	lg: "sm:max-w-4xl",
} as const;

export interface DialogProps {
	readonly open: boolean;
	readonly onOpenChange: (open: boolean) => void;
	readonly title: ReactNode;
	readonly description?: ReactNode;
	/** The buttons, the main one last. */
	readonly footer?: ReactNode;
	readonly size?: keyof typeof widths;
	readonly children?: ReactNode;
	/** Where the focus goes on opening, instead of the first control; call preventDefault. */
	readonly onOpenAutoFocus?: (event: Event) => void;
	/** Where the focus goes on closing, instead of back to where it was; call preventDefault. */
	readonly onCloseAutoFocus?: (event: Event) => void;
	/** Printing the page prints this, whole, and nothing else. */
	readonly printsAlone?: boolean;
}

/** A dialog that no trigger of Radix opened would leave the focus nowhere: it goes back to where it was, or to the page. */
function useOpener() {
	const opener = useRef<Element | null>(null);
	return {
		remember: () => {
			opener.current = document.activeElement;
		},
		goBack: (event: Event) => {
			event.preventDefault();
			const { current } = opener;
			const place =
				current?.isConnected && current !== document.body ? current : document.querySelector("main");
			if (place instanceof HTMLElement) place.focus();
		},
	};
}

/** A question or a task in front of the page: centred on a wide screen, a sheet from below on a narrow one. */
export function Dialog({
	open,
	onOpenChange,
	title,
	description,
	footer,
	size = "sm",
	children,
	onOpenAutoFocus,
	onCloseAutoFocus,
	printsAlone = false,
}: DialogProps) {
	const t = useTranslations("common");
	const { remember, goBack } = useOpener();
	return (
		<Radix.Root open={open} onOpenChange={onOpenChange}>
			<Radix.Portal>
				<Radix.Overlay className={veil} />
				<Radix.Content
					className={classNames(sheet, widths[size])}
					{...(printsAlone && { "data-prints-alone": "" })}
					{...(!description && { "aria-describedby": undefined })}
					onOpenAutoFocus={(event) => {
						remember();
						(onOpenAutoFocus ?? toFirstControl)(event);
					}}
					onCloseAutoFocus={onCloseAutoFocus ?? goBack}
					onKeyDown={pressMainByKey}
				>
					<Radix.Title className="px-5 pt-4 pr-12 text-md font-semibold">{title}</Radix.Title>
					<ScrollArea className="flex min-h-0 flex-col gap-4 overflow-y-auto px-5 pt-2 pb-5">
						{description && (
							<Radix.Description asChild>
								<div className="text-ink-soft">{description}</div>
							</Radix.Description>
						)}
						{children}
					</ScrollArea>
					{footer && (
						<footer className="screen-only flex flex-wrap justify-end gap-2 border-t border-rule px-5 py-3">
							{footer}
						</footer>
					)}
					<Radix.Close asChild>
						<Button
							variant="plain"
							size="sm"
							square
							className="screen-only absolute top-3 right-3"
							aria-label={t("close")}
							data-closes
						>
							<X aria-hidden className="size-4" />
						</Button>
					</Radix.Close>
				</Radix.Content>
			</Radix.Portal>
		</Radix.Root>
	);
}

export interface BareDialogProps {
	/** Read out, and not shown. */
	readonly title: string;
	readonly onClose: () => void;
	readonly onCloseAutoFocus: (event: Event) => void;
	readonly children: ReactNode;
}

/** A sheet in front of the page without a title and buttons of its own. */
export function BareDialog({ title, onClose, onCloseAutoFocus, children }: BareDialogProps) {
	return (
		<Radix.Root open onOpenChange={onClose}>
			<Radix.Portal>
				<Radix.Overlay className={veil} />
				<Radix.Content
					className={classNames(sheet, widths.md)}
					aria-describedby={undefined}
					onCloseAutoFocus={onCloseAutoFocus}
					onEscapeKeyDown={(event) => event.isComposing && event.preventDefault()}
				>
					<Radix.Title className="sr-only">{title}</Radix.Title>
					{children}
				</Radix.Content>
			</Radix.Portal>
		</Radix.Root>
	);
}

export interface ConfirmDialogProps {
	readonly open: boolean;
	readonly onOpenChange: (open: boolean) => void;
	readonly title: ReactNode;
	readonly description: ReactNode;
	/** A verb that says what happens: "Remove member", never "OK". */
	readonly action: string;
	readonly onConfirm: () => void;
	readonly busy?: boolean;
	readonly children?: ReactNode;
}

/** For what cannot be taken back. The focus starts on Cancel. */
export function ConfirmDialog({
	open,
	onOpenChange,
	title,
	description,
	action,
	onConfirm,
	busy = false,
	children,
}: ConfirmDialogProps) {
	const t = useTranslations("common");
	const { remember, goBack } = useOpener();
	return (
		<AlertDialog.Root open={open} onOpenChange={onOpenChange}>
			<AlertDialog.Portal>
				<AlertDialog.Overlay className={veil} />
				<AlertDialog.Content
					className={classNames(sheet, widths.sm)}
					onOpenAutoFocus={remember}
					onCloseAutoFocus={goBack}
				>
					<div className="flex flex-col gap-3 px-5 pt-4 pb-5">
						<AlertDialog.Title className="text-md font-semibold">{title}</AlertDialog.Title>
						<AlertDialog.Description asChild>
							<div className="text-ink-soft">{description}</div>
						</AlertDialog.Description>
						{children}
					</div>
					<footer className="flex flex-wrap justify-end gap-2 border-t border-rule px-5 py-3">
						<AlertDialog.Cancel asChild>
							<Button>{t("cancel")}</Button>
						</AlertDialog.Cancel>
						<Button variant="danger" busy={busy} onClick={onConfirm}>
							{action}
						</Button>
					</footer>
				</AlertDialog.Content>
			</AlertDialog.Portal>
		</AlertDialog.Root>
	);
}
