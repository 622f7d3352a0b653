using System.Net;
using System.Text.RegularExpressions;

namespace ConcertationBot.Demo;

/// <summary>
/// The page behind a personal link, used as a browser would: its form is filled by labels and posted with every field.
/// Reads the plain HTML of our own pages; no other.
/// </summary>
internal sealed partial class PersonalPage
{
    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly List<FormField> _fields;
    private readonly CancellationToken _stop;

    private PersonalPage(HttpClient http, Uri address, int status, string html, CancellationToken stop)
    {
        (_http, _address, Status, _stop) = (http, address, status, stop);
        Words = WordsOf(html);
        _fields = [.. Form().Matches(html).SelectMany((form, at) => FieldsOf(form.Value, at))];
    }

    public int Status { get; }

    /// <summary>What one reads on it.</summary>
    public string Words { get; }

    public bool HasForm => _fields.Count > 0;

    public static async Task<PersonalPage> Open(HttpClient http, Uri address, CancellationToken stop)
    {
        using var answer = await http.GetAsync(address, stop);
        return new(http, address, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(stop), stop);
    }

    /// <summary>Chooses the button of that label, or types into the field of that label.</summary>
    /// <param name="under">What its group is called; null for the first of that label.</param>
    public PersonalPage Fill(string label, string? text = null, string? under = null)
    {
        var field = _fields.FirstOrDefault(f => !f.IsButton && Plain.Has(f.Label, label) && (under is null || Plain.Has(f.Group, under)))
            ?? throw new StepFailedException($"la page n’a pas de champ « {label} » ; elle dit « {Plain.Short(Words)} »");
        if (field.IsChoice)
        {
            _fields.ForEach(f => f.Chosen = f.Name == field.Name ? ReferenceEquals(f, field) : f.Chosen);
        }

        field.Value = text ?? field.Value;
        return this;
    }

    /// <summary>Sends the form; the page that comes back.</summary>
    /// <param name="button">The words on the button that sends it; null for the first form, by a button that carries nothing.</param>
    public async Task<PersonalPage> Send(string? button = null)
    {
        Check.That(HasForm, $"la page n’a rien à envoyer ; elle dit « {Plain.Short(Words)} »");
        var pressed = button is null ? null : _fields.FirstOrDefault(f => f.IsButton && Plain.Has(f.Label, button))
            ?? throw new StepFailedException($"la page n’a pas de bouton « {button} » ; elle dit « {Plain.Short(Words)} »");
        using var body = new FormUrlEncodedContent(_fields
            .Where(f => f.Form == (pressed?.Form ?? 0) && (!f.IsChoice || f.Chosen) && (!f.IsButton || (f == pressed && f.Name.Length > 0)))
            .Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await _http.PostAsync(_address, body, _stop);
        return new(_http, _address, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(_stop), _stop);
    }

    private static IEnumerable<FormField> FieldsOf(string form, int number)
    {
        foreach (Match tag in Control().Matches(form))
        {
            var attributes = Attribute().Matches(tag.Groups["attributes"].Value).ToDictionary(
                a => a.Groups["name"].Value, a => WebUtility.HtmlDecode(a.Groups["value"].Value), StringComparer.OrdinalIgnoreCase);
            var (kind, isChoice) = (tag.Groups["kind"].Value, attributes.GetValueOrDefault("type") == "radio");
            if (kind != "button" && !attributes.ContainsKey("name"))
            {
                continue;
            }

            yield return new FormField
            {
                Form = number,
                Name = attributes.GetValueOrDefault("name", ""),
                IsChoice = isChoice,
                IsButton = kind == "button",
                Chosen = attributes.ContainsKey("checked"),
                Group = isChoice ? LegendTag().Matches(form[..tag.Index]).Select(l => WordsOf(l.Groups["text"].Value)).LastOrDefault("") : "",
                Label = isChoice ? WordsOf(form[(tag.Index + tag.Length)..form.IndexOf("</label>", tag.Index, StringComparison.Ordinal)])
                    : kind == "button" ? WordsOf(tag.Groups["inner"].Value)
                    : LabelFor(form, attributes.GetValueOrDefault("id")),
                Value = kind == "textarea" ? WebUtility.HtmlDecode(tag.Groups["inner"].Value) : attributes.GetValueOrDefault("value", ""),
            };
        }
    }

    private static string LabelFor(string form, string? id) => LabelTag().Matches(form)
        .Where(l => l.Groups["for"].Value == id).Select(l => WordsOf(l.Groups["text"].Value)).FirstOrDefault("");

    private static string WordsOf(string html) => Plain.Of(WebUtility.HtmlDecode(Tag().Replace(Unread().Replace(html, " "), " ")));

    private sealed class FormField
    {
        /// <summary>Which of the page's forms it is in, from 0.</summary>
        public required int Form { get; init; }

        public required string Name { get; init; }

        /// <summary>What its group is called, "" for no group.</summary>
        public required string Group { get; init; }

        public required bool IsButton { get; init; }

        public required string Label { get; init; }

        public required bool IsChoice { get; init; }

        public required string Value { get; set; }

        public required bool Chosen { get; set; }
    }

    private const RegexOptions Whole = RegexOptions.Singleline | RegexOptions.ExplicitCapture;

    [GeneratedRegex("<form\\b.*?</form>", Whole, 1_000)]
    private static partial Regex Form();

    [GeneratedRegex("<(?<kind>input)\\b(?<attributes>[^>]*)>|<(?<kind>textarea)\\b(?<attributes>[^>]*)>(?<inner>.*?)</textarea>|<(?<kind>button)\\b(?<attributes>[^>]*)>(?<inner>.*?)</button>", Whole, 1_000)]
    private static partial Regex Control();

    [GeneratedRegex("(?<name>[\\w-]+)(=\"(?<value>[^\"]*)\")?", Whole, 1_000)]
    private static partial Regex Attribute();

    [GeneratedRegex("<label[^>]*\\bfor=\"(?<for>[^\"]*)\"[^>]*>(?<text>.*?)</label>", Whole, 1_000)]
    private static partial Regex LabelTag();

    [GeneratedRegex("<legend[^>]*>(?<text>.*?)</legend>", Whole, 1_000)]
    private static partial Regex LegendTag();

    [GeneratedRegex("<(?<t>head|style|script)\\b.*?</\\k<t>>", Whole, 1_000)]
    private static partial Regex Unread();

    [GeneratedRegex("<[^>]*>", Whole, 1_000)]
    private static partial Regex Tag();
}
