"use client";

/** A listing as its card says it: every word is ready. */
export interface ListingText {
  id: number;
  href: string;
  /** Language of the title where it is not the page's. */
  lang?: "vi" | undefined;
  title: string;
  /** Employer and park. */
  where: string;
  wage: string;
  /** What the wage is made of; only beside an amount. */
  per?: string | undefined;
  /** How many, what level, what comes with it. */
  facts: string;
  state: string;
  /** The last day, where the state does not say it. */
  until?: string | undefined;
}

/**
 * Listings at a glance: what, where, how much; then how many, what comes with it and until when. Their look is `.listing`
 * of parts.css, a grid whose areas differ on a phone. They need no script. This is a client component because what a
 * server component renders is sent twice, as HTML and as a tree of elements: of this one the second time are only the
 * words, which halves a search page and what it costs to make.
 */
export function ListingLines({ listings, level }: { listings: readonly ListingText[]; level: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ul className="space-y-3">
      {listings.map(({ id, href, lang, title, where, wage, per, facts, state, until }) => (
        <li key={id}>
          <article className="listing card">
            <Heading>
              <a href={href} lang={lang}>
                {title}
              </a>
            </Heading>
            <p className="listing-where">{where}</p>
            <p className="listing-wage">
              <strong>{wage}</strong>
              {per && <span>{per}</span>}
            </p>
            <div className="listing-foot">
              <p>{facts}</p>
              <p className="listing-until">
                <span className="listing-state" data-closing={until ? undefined : true}>
                  {state}
                </span>
                {until}
              </p>
            </div>
          </article>
        </li>
      ))}
    </ul>
  );
}
