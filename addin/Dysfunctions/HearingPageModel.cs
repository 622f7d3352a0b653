using ConcertationBot.AddIn.Pages;

namespace ConcertationBot.AddIn.Dysfunctions;

/// <summary>What a structure is asked about reports that name it.</summary>
/// <param name="Extent">« 5 remontées, de mars à novembre 2026 ».</param>
/// <param name="Answer">As it stands, or as it was typed and refused.</param>
/// <param name="Open">An answer is still taken.</param>
public sealed record HearingPageModel(
    string Territory, string Structure, string Purpose, string Extent, string Summary, string Due, string? Answer, bool Open, int MaxLength,
    HearingPageNotice? Notice);

public sealed record HearingPageNotice(PageNoticeKind Kind, string Title, string? Text);
