using System.Security.Cryptography;
using System.Text;

namespace ConcertationBot.AddIn.Pages;

/// <summary>The pages' style sheet, inside the page: one request shows everything, even on a poor network.</summary>
public static class PageStyle
{
    private const string Sheet = """
        :root { --ink: #242424; --paper: #ffffff; --faint: #57606a; --line: #d1d1d1; --accent: #0f548c;
          --on-accent: #ffffff; --good: #0e700e; --good-paper: #f1faf1; --warn: #8a3707; --warn-paper: #fff9f0;
          --bad: #a4262c; --bad-paper: #fdf3f4; --field: #ffffff; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #f5f5f5; --paper: #1f1f1f; --faint: #b8b8b8; --line: #5c5c5c; --accent: #62abf5;
            --on-accent: #0a0a0a; --good: #7fd67f; --good-paper: #12301a; --warn: #f5b46a; --warn-paper: #3a2410;
            --bad: #f1a5a9; --bad-paper: #3b1416; --field: #292929; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink);
          font: 1.0625rem/1.5 "Segoe UI", system-ui, -apple-system, Roboto, sans-serif; overflow-wrap: anywhere; }
        .band { background: var(--accent); color: var(--on-accent); padding: .75rem 0; }
        .band p, main, footer { max-width: 40rem; margin: 0 auto; }
        .band p { font-weight: 600; padding: 0 1rem; }
        main { padding: 1rem; }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0 1rem; }
        h2 { font-size: 1.125rem; margin: 1.75rem 0 .5rem; }
        dl { display: grid; grid-template-columns: minmax(5.5rem, auto) 1fr; gap: .35rem 1rem; margin: 0; }
        dt { color: var(--faint); }
        dd { margin: 0; }
        ol, ul { padding-left: 1.4rem; margin: .25rem 0; }
        .faint { color: var(--faint); font-size: .9375rem; }
        blockquote { margin: .5rem 0; padding: .25rem 0 .25rem 1rem; border-left: .25rem solid var(--line); }
        blockquote p { margin: 0; white-space: pre-line; }
        blockquote p + p { margin-top: .25rem; }
        .notice { border-left: .3rem solid; border-radius: .25rem; padding: .75rem 1rem; margin: 0 0 1.25rem; }
        .notice p { margin: 0; color: var(--ink); }
        .notice p + p { margin-top: .25rem; }
        .done { border-color: var(--good); background: var(--good-paper); }
        .beware { border-color: var(--warn); background: var(--warn-paper); }
        .problem { border-color: var(--bad); background: var(--bad-paper); }
        fieldset { border: 0; margin: 0; padding: 0; }
        legend { font-weight: 600; padding: 0; margin-bottom: .5rem; }
        label { display: block; font-weight: 600; margin: 1rem 0 .25rem; }
        input[type=text], input[type=date], textarea, select { width: 100%; font: inherit; color: inherit; background: var(--field);
          border: 1px solid var(--faint); border-radius: .25rem; padding: .6rem .75rem; min-height: 2.875rem; }
        .choice { display: flex; gap: .75rem; align-items: center; font-weight: 400; margin: 0; padding: .6rem .75rem;
          min-height: 2.875rem; border: 1px solid var(--line); border-radius: .25rem; }
        .choice + .choice { margin-top: .5rem; }
        .choice input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--accent); flex: none; }
        .slot + .slot { margin-top: 1.25rem; }
        .three { display: grid; gap: .5rem; }
        .three .choice { margin: 0; }
        summary { cursor: pointer; font-weight: 600; padding: .75rem 0; }
        .code { font: 700 1.25rem/1.6 ui-monospace, Consolas, monospace; letter-spacing: .05em; }
        .error { color: var(--bad); font-weight: 600; margin: .25rem 0 0; }
        button { font: inherit; font-weight: 600; width: 100%; min-height: 3rem; margin-top: 1.25rem; cursor: pointer;
          border: 1px solid var(--accent); border-radius: .25rem; background: var(--accent); color: var(--on-accent); }
        button.second { background: transparent; color: var(--accent); }
        :focus-visible { outline: .2rem solid var(--accent); outline-offset: .15rem; }
        footer { padding: 1rem; color: var(--faint); font-size: .875rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .4rem .5rem; border-bottom: 1px solid var(--line); }
        .bars { list-style: none; padding: 0; margin: 0; }
        .bars li { display: grid; grid-template-columns: 1fr auto; gap: .1rem 1rem; align-items: end; padding: .3rem 0; }
        .bars .number, td.number { font-weight: 600; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .bars svg { grid-column: 1 / -1; width: 100%; height: .6rem; }
        .columns { width: 100%; max-width: 26rem; height: auto; display: block; }
        .track { fill: var(--line); fill-opacity: .5; } .sure { fill: var(--accent); } .maybe { fill: var(--accent); fill-opacity: .4; }
        .columns text { fill: var(--ink); font-size: 11px; text-anchor: middle; } .columns .month { fill: var(--faint); }
        .total { font-size: 1.75rem; font-weight: 600; line-height: 1.2; margin: 0; }
        figure { margin: 0; break-inside: avoid; }
        details { margin-top: .5rem; } summary { cursor: pointer; color: var(--accent); padding: .5rem 0; }
        @media print {
          :root { --ink: #000000; --paper: #ffffff; --faint: #404040; --accent: #0f548c; --on-accent: #ffffff; --line: #b0b0b0; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .screen, details { display: none; } h2 { break-after: avoid; } }
        @media (min-width: 40rem) { button { width: auto; padding: 0 1.5rem; } .three { grid-template-columns: repeat(3, 1fr); } }
        """;

    /// <summary>The style element.</summary>
    public static string Element { get; } = $"<style>{Sheet}</style>";

    /// <summary>Only this style and forms to this site; no script, no frame, nothing from elsewhere.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
