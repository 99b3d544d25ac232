import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/core/money";
import { href } from "@/lib/i18n/paths";
import type { ParkEntry } from "@/lib/vacancies/directory";
import { parkShortName } from "@/lib/vacancies/listing";

const width = 320;
const margin = 18;
/** One degree of longitude is this much of a degree of latitude at Hải Phòng (20.85° north). */
const squeeze = 0.934;

/** A park on the map; `places` is what its disc stands for. */
export type MappedPark = Pick<
  ParkEntry,
  "id" | "slug" | "nameVi" | "nameEn" | "shortNameVi" | "shortNameEn" | "latitude" | "longitude" | "places"
>;

/** Islands far off would shrink the mainland, where the parks are, to a corner. */
const mainland = ([longitude, latitude]: [number, number]) => longitude < 107 && latitude > 20.5;

/**
 * A small drawn map: a dot for each ward or commune, a disc for each park whose position is known, as large as its open
 * places. It adds to the list of parks, which says the same in words.
 */
export function ParkMap({
  parks,
  units,
  words,
  to,
}: {
  parks: readonly MappedPark[];
  units: readonly [number, number][];
  /** What else than open places a disc stands for. */
  words?: { label: string; note: string; park: (name: string, count: number) => string } | undefined;
  /** Where a disc leads, if not to the park's public page. */
  to?: ((park: MappedPark) => string) | undefined;
}) {
  const locale = useLocale();
  const t = useTranslations("public.map");
  const said = (park: MappedPark) =>
    words?.park(parkShortName(park, locale), park.places) ??
    t("park", { name: parkShortName(park, locale), places: park.places });
  const placed = parks.flatMap((park) =>
    park.latitude === null || park.longitude === null
      ? []
      : [{ park, at: [park.longitude, park.latitude] satisfies [number, number] }],
  );
  const ground = units.filter(mainland);
  if (placed.length < 2) return null;
  const points = [...ground, ...placed.map(({ at }) => at)];
  const west = Math.min(...points.map(([x]) => x));
  const east = Math.max(...points.map(([x]) => x));
  const south = Math.min(...points.map(([, y]) => y));
  const north = Math.max(...points.map(([, y]) => y));
  const scale = (width - 2 * margin) / Math.max(0.01, (east - west) * squeeze);
  const height = Math.round((north - south) * scale + 2 * margin);
  const x = (longitude: number) => Math.round((margin + (longitude - west) * squeeze * scale) * 10) / 10;
  const y = (latitude: number) => Math.round((margin + (north - latitude) * scale) * 10) / 10;
  const most = Math.max(1, ...placed.map(({ park }) => park.places));
  const discs = placed
    .map(({ park, at }) => ({
      park,
      x: x(at[0]),
      y: y(at[1]),
      r: park.places ? 4 + 12 * Math.sqrt(park.places / most) : 2.5,
    }))
    .sort((a, b) => b.r - a.r);
  const land = ground.map(([longitude, latitude]) => `M${x(longitude)} ${y(latitude)}h0`).join("");
  return (
    <figure>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links is a group; a fieldset belongs to forms */}
      <svg viewBox={`0 0 ${width} ${height}`} className="w-full" role="group" aria-label={words?.label ?? t("label")}>
        {/* A round line without length is a dot: wide ones run together to the land, small ones are its wards. */}
        <path d={land} className="fill-none stroke-[30px] stroke-mist-100" strokeLinecap="round" />
        <path d={land} className="fill-none stroke-[2.5px] stroke-mist-300" strokeLinecap="round" />
        {discs.map((disc) => (
          <a
            key={disc.park.id}
            href={to?.(disc.park) ?? href(locale, "parks", disc.park.slug)}
            aria-label={said(disc.park)}
            className="group"
          >
            <title>{said(disc.park)}</title>
            <circle cx={disc.x} cy={disc.y} r={Math.max(disc.r, 13)} className="fill-transparent" />
            <circle
              cx={disc.x}
              cy={disc.y}
              r={disc.r}
              className={
                disc.park.places
                  ? "fill-harbour-600/80 stroke-card group-hover:fill-harbour-700"
                  : "fill-card stroke-mist-400 group-hover:stroke-harbour-700"
              }
            />
          </a>
        ))}
        {/* Above all discs, where these overlap; the largest says its number. */}
        {discs.slice(0, 1).map((disc) => (
          <text
            key={disc.park.id}
            x={disc.x}
            y={disc.y + 3}
            textAnchor="middle"
            fontSize="8.5"
            className="figures pointer-events-none fill-card font-semibold"
          >
            {formatCount(disc.park.places, locale)}
          </text>
        ))}
      </svg>
      <figcaption className="text-mist-600 text-xs">{words?.note ?? t("note")}</figcaption>
    </figure>
  );
}
