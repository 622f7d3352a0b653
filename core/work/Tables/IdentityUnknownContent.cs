using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Help;
using Concertation.Work.Notices;

namespace Concertation.Work.Tables;

/// <summary>Asks the pilote whether an account is the member whose name it bears.</summary>
public sealed class IdentityUnknownContent : INoticeContent
{
    public EffectKind Kind => EffectKind.IdentityUnknown;

    public Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) => Task.FromResult(
        notice.Detail is { } person && roster.PersonOf(PersonId.From(person)) is { } namesake
            ? new NoticeContent(
                HelpCard.WhoIsThis(roster.Territory, notice.Aggregate.Id, namesake),
                new(
                    $"Qui est-ce ? Un compte au nom de {namesake.Name}",
                    $"Quelqu’un écrit au bot sous le nom de {namesake.Name}, mais son adresse n’est pas celle que donne le fichier du territoire. "
                    + "Ouvrez votre conversation avec le bot pour dire si c’est la même personne."))
            : null);
}
