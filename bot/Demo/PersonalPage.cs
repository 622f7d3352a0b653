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
        var form = Form().Match(html);
        _fields = form.Success ? [.. FieldsOf(form.Value)] : [];
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
    public PersonalPage Fill(string label, string? text = null)
    {
        var field = _fields.FirstOrDefault(f => Plain.Has(f.Label, label))
            ?? throw new StepFailedException($"la page n’a pas de champ « {label} » ; elle dit « {Plain.Short(Words)} »");
        if (field.IsChoice)
        {
            _fields.ForEach(f => f.Chosen = f.Name == field.Name ? ReferenceEquals(f, field) : f.Chosen);
        }

        field.Value = text ?? field.Value;
        return this;
    }

    /// <summary>Sends the form; the page that comes back.</summary>
    public async Task<PersonalPage> Send()
    {
        Check.That(HasForm, $"la page n’a rien à envoyer ; elle dit « {Plain.Short(Words)} »");
        using var body = new FormUrlEncodedContent(
            _fields.Where(f => !f.IsChoice || f.Chosen).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await _http.PostAsync(_address, body, _stop);
        return new(_http, _address, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(_stop), _stop);
    }

    private static IEnumerable<FormField> FieldsOf(string form)
    {
        foreach (Match tag in Control().Matches(form))
        {
            var attributes = Attribute().Matches(tag.Groups["attributes"].Value).ToDictionary(
                a => a.Groups["name"].Value, a => WebUtility.HtmlDecode(a.Groups["value"].Value), StringComparer.OrdinalIgnoreCase);
            if (!attributes.TryGetValue("name", out var name))
            {
                continue;
            }

            var isChoice = attributes.GetValueOrDefault("type") == "radio";
            yield return new FormField
            {
                Name = name,
                IsChoice = isChoice,
                Chosen = attributes.ContainsKey("checked"),
                Label = isChoice
                    ? WordsOf(form[(tag.Index + tag.Length)..form.IndexOf("</label>", tag.Index, StringComparison.Ordinal)])
                    : LabelFor(form, attributes.GetValueOrDefault("id")),
                Value = tag.Groups["kind"].Value == "textarea"
                    ? WebUtility.HtmlDecode(tag.Groups["inner"].Value)
                    : attributes.GetValueOrDefault("value", ""),
            };
        }
    }

    private static string LabelFor(string form, string? id) => LabelTag().Matches(form)
        .Where(l => l.Groups["for"].Value == id).Select(l => WordsOf(l.Groups["text"].Value)).FirstOrDefault("");

    private static string WordsOf(string html) => Plain.Of(WebUtility.HtmlDecode(Tag().Replace(Unread().Replace(html, " "), " ")));

    private sealed class FormField
    {
        public required string Name { get; init; }

        public required string Label { get; init; }

        public required bool IsChoice { get; init; }

        public required string Value { get; set; }

        public required bool Chosen { get; set; }
    }

    private const RegexOptions Whole = RegexOptions.Singleline | RegexOptions.ExplicitCapture;

    [GeneratedRegex("<form\\b.*?</form>", Whole, 1_000)]
    private static partial Regex Form();

    [GeneratedRegex("<(?<kind>input)\\b(?<attributes>[^>]*)>|<(?<kind>textarea)\\b(?<attributes>[^>]*)>(?<inner>.*?)</textarea>", Whole, 1_000)]
    private static partial Regex Control();

    [GeneratedRegex("(?<name>[\\w-]+)(=\"(?<value>[^\"]*)\")?", Whole, 1_000)]
    private static partial Regex Attribute();

    [GeneratedRegex("<label[^>]*\\bfor=\"(?<for>[^\"]*)\"[^>]*>(?<text>.*?)</label>", Whole, 1_000)]
    private static partial Regex LabelTag();

    [GeneratedRegex("<(?<t>head|style|script)\\b.*?</\\k<t>>", Whole, 1_000)]
    private static partial Regex Unread();

    [GeneratedRegex("<[^>]*>", Whole, 1_000)]
    private static partial Regex Tag();
}
