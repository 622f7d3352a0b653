using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace ConcertationBot.Demo;

/// <summary>The roadmap page left open in a browser: it brings its body again by itself, as its own markup asks.</summary>
internal sealed partial class RoadmapTab
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly DemoStage _stage;
    private string _html;

    private RoadmapTab(DemoStage stage, string html) => (_stage, _html) = (stage, html);

    public static async Task<RoadmapTab> Open(DemoStage stage) =>
        new(stage, await stage.Http.GetStringAsync(Roadmap.RoadmapEndpoint.Path, stage.Stop));

    /// <summary>What one reads on an axis' row.</summary>
    /// <param name="axis">Its code, "T3".</param>
    public string Row(string axis) => Rows().Matches(_html).FirstOrDefault(r => Plain.Same(r.Groups["axis"].Value, axis)) is { } row
        ? Plain.Of(WebUtility.HtmlDecode(Tag().Replace(row.Value, " ")))
        : throw new StepFailedException($"la feuille de route n’a pas d’axe {axis}");

    /// <summary>Lets the page refresh itself until the axis says all of this.</summary>
    /// <returns>After how long a reader sees it at the latest, the page's own pause included.</returns>
    public async Task<TimeSpan> Shows(string axis, TimeSpan atMost, params string[] words)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await Refresh();
            var seen = TimeProvider.System.GetElapsedTime(since) + Pause;
            Check.That(
                seen <= atMost,
                $"après {atMost.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s la feuille de route ne dit pas « {string.Join(" », « ", words)} » mais « {Row(axis)} »");
            if (words.All(w => Plain.Has(Row(axis), w)))
            {
                return seen;
            }

            await Task.Delay(Glance, TimeProvider.System, _stage.Stop);
        }
    }

    private TimeSpan Pause => TimeSpan.FromSeconds(int.Parse(Asked().Groups["seconds"].Value, CultureInfo.InvariantCulture));

    /// <summary>As htmx does: an answer without content leaves the body as it is.</summary>
    private async Task Refresh()
    {
        using var answer = await _stage.Http.GetAsync(WebUtility.HtmlDecode(Asked().Groups["address"].Value), _stage.Stop);
        _html = answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync(_stage.Stop) : _html;
    }

    private Match Asked() => Asking().Match(_html) is { Success: true } found
        ? found
        : throw new StepFailedException("la feuille de route ne se rafraîchit pas d’elle-même");

    [GeneratedRegex("hx-get=\"(?<address>[^\"]+)\"[^>]*hx-trigger=\"every (?<seconds>\\d+)s\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Asking();

    [GeneratedRegex("<tr[^>]*\\bid=\"axe-(?<axis>[^\"]+)\".*?</tr>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Rows();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1_000)]
    private static partial Regex Tag();
}
