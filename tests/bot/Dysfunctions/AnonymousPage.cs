using System.Net;
using System.Text.RegularExpressions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Dysfunctions;

/// <summary>A page for those without account, as a browser has it: its forms are sent back with their hidden fields.</summary>
internal sealed partial class AnonymousPage
{
    private readonly Kervelen _place;
    private readonly Uri _address;
    private readonly string _html;

    private AnonymousPage(Kervelen place, Uri address, HttpStatusCode status, string html) =>
        (_place, _address, Status, _html) = (place, address, status, html);

    public HttpStatusCode Status { get; }

    public string Html => _html;

    public string Words => WebUtility.HtmlDecode(Tag().Replace(_html, " ")).Replace('\u00a0', ' ');

    public bool Says(string part) => Words.Contains(part.Replace('\u00a0', ' '), StringComparison.Ordinal);

    public string? Field(string name) =>
        Fields().FirstOrDefault(f => f.Name == name).Value
        ?? (Area().Matches(_html).FirstOrDefault(m => m.Groups["name"].Value == name) is { } area ? WebUtility.HtmlDecode(area.Groups["text"].Value) : null);

    /// <summary>The page behind the link that the pilote gets in chat.</summary>
    public static async Task<AnonymousPage> Open(Kervelen place) => await Open(place, await LinkOf(place));

    public static async Task<AnonymousPage> Open(Kervelen place, Uri address)
    {
        using var answer = await place.Bot.Client.GetAsync(address);
        return new(place, address, answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static async Task<Uri> LinkOf(Kervelen place)
    {
        var card = (await place.Say(Kervelen.Pilot, "lien de signalement")).ShouldHaveSingleItem();
        return new(Link().Match(card.Words).Value);
    }

    /// <summary>Waits as long as somebody types, ticks the box, and sends.</summary>
    public Task<AnonymousPage> Send(params (string Name, string Value)[] typed)
    {
        _place.Clock.Advance(TimeSpan.FromSeconds(5));
        return Post([("sure", "yes"), .. typed]);
    }

    /// <summary>Sends the page's first form as it stands, with these fields.</summary>
    public async Task<AnonymousPage> Post(params (string Name, string Value)[] typed)
    {
        var fields = Fields().Where(f => f.Hidden).Select(f => (f.Name, f.Value!)).Where(f => typed.All(t => t.Name != f.Name)).Concat(typed).Where(f => f.Item1 != "site" || typed.Any(t => t.Name == "site"));
        using var form = new FormUrlEncodedContent(fields.Reverse().DistinctBy(f => f.Item1).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await _place.Bot.Client.PostAsync(_address, form);
        return new(_place, _address, answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The follow-up page, opened with the code shown here.</summary>
    public async Task<AnonymousPage> Follow() => await (await Open(_place, FollowUp)).Post(("code", Code));

    public string Code => CodeShape().Match(Words).Value;

    public Uri FollowUp => new(FollowUpShape().Match(_html).Value);

    public string Reference => ReferenceShape().Match(Words).Value;

    private IEnumerable<(string Name, string? Value, bool Hidden)> Fields() => Input().Matches(_html).Select(m => (
        NameOf(m.Value, "name"), (string?)NameOf(m.Value, "value"), m.Value.Contains("type=\"hidden\"", StringComparison.Ordinal)));

    private static string NameOf(string tag, string attribute) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{attribute}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    [GeneratedRegex("<head>.*?</head>|<[^>]*>", RegexOptions.Singleline, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("<input\\b[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Input();

    [GeneratedRegex("<textarea[^>]*\\bname=\"(?<name>[^\"]*)\"[^>]*>(?<text>.*?)</textarea>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Area();

    [GeneratedRegex(@"http://\S+/signaler/\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b20\d\d(-[0-9A-Z]{5}){4}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeShape();

    [GeneratedRegex("http://[^\"<\\s]+/suivi/[a-z0-9-]+", RegexOptions.None, 1000)]
    private static partial Regex FollowUpShape();

    [GeneratedRegex(@"REM-\d{4}-\d{4}", RegexOptions.None, 1000)]
    private static partial Regex ReferenceShape();
}
