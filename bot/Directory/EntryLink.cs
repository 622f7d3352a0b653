using Concertation.Domain;
using Concertation.Domain.Directories;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Directories;
using Concertation.Work.Links;
using ConcertationBot.AddIn.Directories;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.Links;

namespace ConcertationBot.Directories;

/// <summary>The page behind a structure's link to its own entry: the same rights and rules as the card.</summary>
public sealed class EntryLink(IRosters rosters, IDirectory directory, KeepDirectory keep, TimeProvider clock) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.DirectoryEntry;

    public Task<IResult> Show(PersonalLink link, CancellationToken cancel) => PageOf(link, null, null, cancel);

    public async Task<IResult> Act(LinkPost post, CancellationToken cancel)
    {
        var link = post.Link;
        if (await rosters.Get(link.Territory, cancel) is not { } roster || roster.PersonOf(link.Person) is not { } person
            || await directory.Get(link.Territory, new EntryId(link.SubjectId), cancel) is not { Value: var entry })
        {
            return await PageOf(link, null, null, cancel);
        }

        var typed = EntryWords.Of(field => field == EntryField.Structure ? entry.Words.Structure : post.Text(DirectoryKeys.Of(field)));
        var corrects = post.Text("act") == "correct";
        if (!post.IsSure)
        {
            return await PageOf(link, new(PageNoticeKind.Problem, LinkPost.TickFirst, null), corrects ? typed : null, cancel);
        }

        var actor = new Actor(link.Territory, person.Id, person.Name, null, Way.Link, person);
        var outcome = corrects
            ? await keep.Correct(actor, roster, entry.Id, typed, cancel)
            : await keep.Confirm(actor, roster, entry.Id, cancel);
        return await outcome.Match(
            _ => PageOf(link, new(PageNoticeKind.Done, DirectoryTexts.SaidExactly, DirectoryTexts.MayCorrect), null, cancel),
            refused => PageOf(
                link, new(PageNoticeKind.Problem, "Pas encore enregistrée", string.Join(" ", refused.Faults.Select(DirectoryTexts.Fault))), typed, cancel),
            _ => PageOf(link, null, null, cancel),
            _ => PageOf(link, null, null, cancel),
            _ => PageOf(link, new(PageNoticeKind.Problem, "Pas encore enregistrée", DirectoryTexts.Taken), typed, cancel),
            _ => PageOf(link, null, null, cancel));
    }

    private async Task<IResult> PageOf(PersonalLink link, EntryPageNotice? notice, EntryWords? typed, CancellationToken cancel)
    {
        var roster = await rosters.Get(link.Territory, cancel);
        var entry = (await directory.Get(link.Territory, new EntryId(link.SubjectId), cancel))?.Value;
        if (roster is null || entry is null || roster.PersonOf(link.Person) is not { } person)
        {
            return Problem("Cette fiche n’est plus là", DirectoryTexts.Gone, StatusCodes.Status404NotFound);
        }

        // A mandate that ends also ends its links.
        if (roster.Mandates.GetValueOrDefault(link.Seat)?.Allows(person.Id) != true || !entry.SeatsIn(roster).Contains(link.Seat))
        {
            return Problem("Vous ne représentez plus cette structure", DirectoryTexts.NotYours, StatusCodes.Status403Forbidden);
        }

        var today = LocalDay.Of(clock, roster.Territory);
        return PersonalLinkPages.Page<EntryPage>(new()
        {
            [nameof(EntryPage.Model)] = new EntryPageModel(
                roster.Territory.Name, person.Name, DirectoryEndpoint.Line(entry, today), FieldsOf(typed ?? entry.Words), notice,
                CanConfirm: ConfirmationRules.IsStale(entry, today)),
        });
    }

    private static List<EntryPageField> FieldsOf(EntryWords words) =>
    [
        .. Enum.GetValues<EntryField>().Where(f => f != EntryField.Structure).Select(field => new EntryPageField(
            DirectoryKeys.Of(field), DirectoryTexts.FieldName(field), words.TextOf(field), EntryRules.LimitOf(field),
            EntryRules.LimitOf(field) > 200, HintOf(field))),
    ];

    private static string? HintOf(EntryField field) => field switch
    {
        EntryField.Missions => DirectoryTexts.Lists,
        EntryField.Communes => $"Vide : tout le territoire. {DirectoryTexts.Lists}",
        EntryField.Contact => DirectoryTexts.Contact,
        _ => null,
    };

    private static IResult Problem(string title, string text, int status) => PersonalLinkPages.Problem(
        status, title, text);
}
