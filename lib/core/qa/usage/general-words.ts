/**
 * English words that a sentence uses as it wants: to call something so here and otherwise there is no fault. Stems, as
 * `stemOf` makes them.
 */
import { stemOf } from "./english-words.ts";

export const generalWords: ReadonlySet<string> = new Set(
	(
		"know think want make made say said tell told give gave take took come came go went get got see saw look find found feel felt hear show thank hope wish need use help try ask answer reply respond response start begin end stop keep let put bring become seem mean change increase decrease improve enhance strengthen promote accelerate expand reach solve realize achieve carry hold held participate attend attract choose select provide offer include contain follow lead according regard believe understand remember forget wait stay leave left live love like hate buy sell pay send receive call speak talk discuss emphasize point add note announce report introduce explain express state declare publish issue support suggest recommend advise require request demand allow encourage avoid prevent reduce continue extend last open close enter return arrive visit determine confirm ensure guarantee establish build create form set develop grow rise fall drop cause lead affect influence " +
		"good great better best bad new old big small large long short high low many much more most few less least various different same similar other another important key main major special specific suitable beautiful clear easy hard difficult simple real true right wrong full whole complete overall common general ordinary normal recent current modern future past present early late fast quick quickly slow strictly fully directly together everywhere overseas domestic foreign " +
		"first second third one two three half number amount part kind type sort way thing matter case fact point place area side time times day week month year hour minute moment today tomorrow yesterday morning evening night years people person man woman men women one everyone someone friend life world country series lot some time number role aspect level degree situation condition issue problem question reason result process work job term value idea information material road way experience feature angle perspective purpose goal task"
	)
		.split(" ")
		.map(stemOf),
);
