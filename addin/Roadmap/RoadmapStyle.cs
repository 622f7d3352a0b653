using System.Security.Cryptography;
using System.Text;

namespace ConcertationBot.AddIn.Roadmap;

/// <summary>
/// The roadmap's style sheet, inside the page. Colours and shapes are Fluent's tokens, with their values beside them so
/// that the page is right before the tokens' own sheet has come.
/// </summary>
public static class RoadmapStyle
{
    private const string Sheet = """
        :root { --ink: var(--colorNeutralForeground1, #242424); --faint: var(--colorNeutralForeground3, #616161);
          --page: var(--colorNeutralBackground3, #f5f5f5); --paper: var(--colorNeutralBackground1, #ffffff);
          --line: var(--colorNeutralStroke2, #e0e0e0); --brand: var(--colorBrandForeground1, #5b5fc7);
          --brand-paper: var(--colorBrandBackground2, #e8ebfa); --brand-ink: var(--colorBrandForeground2, #444791);
          --good: var(--colorPaletteGreenForeground1, #0e700e); --good-paper: var(--colorPaletteGreenBackground1, #f1faf1);
          --warn: var(--colorPaletteDarkOrangeForeground1, #c43501); --warn-paper: var(--colorPaletteDarkOrangeBackground1, #fdf6f3);
          --quiet-paper: var(--colorNeutralBackground4, #f0f0f0); }
        @media (prefers-color-scheme: dark) {
          :root { --ink: var(--colorNeutralForeground1, #ffffff); --faint: var(--colorNeutralForeground3, #adadad);
            --page: var(--colorNeutralBackground3, #141414); --paper: var(--colorNeutralBackground1, #292929);
            --line: var(--colorNeutralStroke2, #525252); --brand: var(--colorBrandForeground1, #7f85f5);
            --brand-paper: var(--colorBrandBackground2, #2f2f4a); --brand-ink: var(--colorBrandForeground2, #aab1fa);
            --good: var(--colorPaletteGreenForeground1, #54b054); --good-paper: var(--colorPaletteGreenBackground1, #052505);
            --warn: var(--colorPaletteDarkOrangeForeground1, #e9835e); --warn-paper: var(--colorPaletteDarkOrangeBackground1, #411200);
            --quiet-paper: var(--colorNeutralBackground4, #0a0a0a); } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); overflow-wrap: anywhere;
          font: 400 .9375rem/1.45 var(--fontFamilyBase, "Segoe UI", system-ui, -apple-system, Roboto, sans-serif); }
        header, main { max-width: 80rem; margin: 0 auto; padding: 0 2rem; }
        header { padding-top: 2rem; }
        .territory { margin: 0; color: var(--faint); font-weight: 600; }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: .125rem 0 0; letter-spacing: -.01em; }
        .summary { margin: .5rem 0 0; color: var(--faint); }
        section { margin: 2rem 0; }
        h2 { font-size: 1.125rem; margin: 0 0 .75rem; }
        table { width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 0; background: var(--paper);
          border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; }
        th { text-align: left; font-weight: 600; font-size: .8125rem; color: var(--faint); padding: .75rem 1rem;
          border-bottom: 1px solid var(--line); vertical-align: bottom; }
        td { vertical-align: top; padding: 1rem; }
        tr + tr td { border-top: 1px solid var(--line); }
        .c-heading { width: 10rem; } .c-finding { width: 18%; } .c-instance { width: 22%; } .c-year { width: 6.75rem; }
        td.c-heading { font-weight: 600; }
        h3 { font-size: 1rem; line-height: 1.35; margin: 0; }
        .code { color: var(--brand-ink); background: var(--brand-paper); border-radius: .25rem; padding: 0 .375rem; margin-right: .25rem;
          font-size: .8125rem; font-weight: 600; display: inline-block; }
        .standing { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .625rem; margin: .5rem 0 0; }
        .chip { border-radius: 1rem; padding: .0625rem .625rem; font-size: .8125rem; font-weight: 600; }
        .chip.quiet { background: var(--quiet-paper); color: var(--ink); }
        .chip.going { background: var(--brand-paper); color: var(--brand-ink); }
        .chip.done { background: var(--good-paper); color: var(--good); }
        .chip.late { background: var(--warn-paper); color: var(--warn); }
        progress { appearance: none; width: 5rem; height: .375rem; border: 0; border-radius: .25rem; overflow: hidden;
          background: var(--line); }
        progress::-webkit-progress-bar { background: var(--line); }
        progress::-webkit-progress-value { background: var(--brand); }
        progress::-moz-progress-bar { background: var(--brand); }
        .faint { color: var(--faint); font-size: .8125rem; }
        .objective { margin: .5rem 0 0; }
        .label { margin: .75rem 0 .125rem; font-size: .8125rem; color: var(--faint); font-weight: 600; }
        ul { margin: .25rem 0 0; padding-left: 1.125rem; }
        li + li { margin-top: .25rem; }
        .reports, .decisions { list-style: none; padding: 0; margin: 0; }
        .ref { font-variant-numeric: tabular-nums; white-space: nowrap; }
        .decisions li { border-left: .1875rem solid var(--good); padding-left: .625rem; }
        .decisions li + li { margin-top: .75rem; }
        .number { font-weight: 600; white-space: nowrap; margin-right: .25rem; }
        .decisions time { color: var(--faint); font-size: .8125rem; white-space: nowrap; }
        .what { display: block; }
        details { margin-top: .625rem; }
        summary { cursor: pointer; color: var(--brand-ink); font-size: .8125rem; font-weight: 600; padding: .25rem 0; }
        h4 { font-size: .8125rem; margin: .5rem 0 0; }
        details ul { font-size: .875rem; }
        :focus-visible { outline: .125rem solid var(--brand); outline-offset: .125rem; border-radius: .125rem; }
        @media (max-width: 40rem) {
          header, main { padding: 0 1rem; }
          header { padding-top: 1.25rem; }
          h1 { font-size: 1.5rem; }
          section { margin: 1.5rem 0; }
          table { background: none; border: 0; border-radius: 0; overflow: visible; }
          table, tbody, tr, td { display: block; width: auto; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          tr { display: flex; flex-direction: column; background: var(--paper); border: 1px solid var(--line);
            border-radius: .5rem; padding: 1rem; }
          tr + tr { margin-top: .75rem; }
          td.c-heading, td.c-finding, td.c-axis, td.c-instance, td.c-year { width: auto; padding: 0; border: 0; }
          td.c-axis { order: -1; }
          td.c-heading { font-weight: 400; }
          td[data-label] { margin-top: .75rem; }
          td[data-label]::before { content: attr(data-label); display: block; font-size: .8125rem; font-weight: 600;
            color: var(--faint); }
          summary { padding: .625rem 0; }
        }
        @media print { body { background: none; } details > * { display: block; } }
        """;

    /// <summary>The style element.</summary>
    public static string Element { get; } = $"<style>{Sheet}</style>";

    /// <summary>This style, this site's own files, and Teams around it; nothing else.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'self' 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'; "
        + "script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft";
}
