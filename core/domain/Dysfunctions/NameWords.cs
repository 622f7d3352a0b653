using System.Collections.Frozen;

namespace Concertation.Domain.Dysfunctions;

/// <summary>The words that announce a name or rule one out, in small letters without accents.</summary>
internal static class NameWords
{
    public static FrozenSet<string> ShortTitles { get; } = Set("mme mlle melle mr dr pr mmes");

    public static FrozenSet<string> Titles { get; } = Set("monsieur madame mademoiselle messieurs mesdames docteur professeur");

    public static FrozenSet<string> Particles { get; } = Set("le la les de du des d l van von el al ben bel ait san di da dos mac mc");

    public static FrozenSet<string> Roles { get; } = Set("""
        patient patiente resident residente usager usagere beneficiaire aidant aidante epouse epoux mari femme fille fils frere
        soeur mere pere tante oncle niece neveu voisin voisine infirmier infirmiere ide idel kine kinesitherapeute medecin tuteur
        tutrice curateur curatrice mandataire nom prenom nomme nommee prenomme prenommee appele appelee auxiliaire orthophoniste
        psychologue ergotherapeute gestionnaire cadre collegue directeur directrice secretaire assistante assistant identite
        """);

    /// <summary>After « madame » in small letters and an unknown word, these say that the word was her name.</summary>
    public static FrozenSet<string> AfterSubject { get; } = Set("""
        est etait sera a avait aura doit devait peut pouvait va vit vivait ne n se s souhaite refuse attend rentre sort habite
        souffre demande dit veut presente ont sont qui chez
        """);

    /// <summary>What bears names of people without being one.</summary>
    public static FrozenSet<string> Places { get; } = Set("""
        rue avenue av boulevard bd place impasse allee chemin route quai square hopital hopitaux clinique ehpad residence foyer
        centre ch chu chs chr chru lycee college ecole institut fondation maison salle espace pole gymnase stade unite service
        pavillon batiment site ssiad had espic esat mas fam saint sainte st ste fort port pont mont cite quartier communes commune
        ville hameau lieu association asso groupe polyclinique pharmacie cabinet laboratoire loi plan prix journee maternite
        """);

    /// <summary>« à Brest, 84 ans », « de Guingamp, 90 ans ».</summary>
    public static FrozenSet<string> BeforePlace { get; } = Set("a de sur vers chez du en d pour depuis au entre et secteur canton");

    /// <summary>Capitalised words and illnesses that follow a role without naming anyone.</summary>
    public static FrozenSet<string> NotNames { get; } = Set("""
        alzheimer parkinson korsakoff charcot lewy crohn down covid hiv vih sida avc sla sep bpco gir mrsi internet teams outlook
        bretagne france finistere morbihan armor cotes trail guingamp paimpol lannion brest quimper rennes vannes lorient paris
        janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi
        samedi dimanche noel paques toussaint ascension pentecote epad spasad saad clic maia dac ccas mdph cpam carsat ars
        region etat agence conseil departement table plateforme samu urgences urgence ok whatsapp doctolib trajectoire
        """);

    public static FrozenSet<string> Acronyms { get; } = Set("""
        ehpad ssiad esms mdph ccas clic maia saad cpam carsat samu savs samsah spasad ptsm cpts copil fdr apa pch had ucc uhr
        pasa hdj hdt spdt sdre ulis itep sessad camsp cmpp cmpe cattp udaf mjpm mjagbf ctam cias epci anah caf msa agirc dmp
        viatrajectoire rapt smti ssrp usld emsp emg esap emgp smur crra cesp chru espic esat ditep
        """);

    /// <summary>What follows a title without being a name: verbs, adverbs, offices.</summary>
    public static FrozenSet<string> Common { get; } = Set("""
        le la les l un une des du de d et ou a au aux en dans sur sous pour par avec sans chez vers ne n pas plus qui que qu quoi
        dont ou se s y il elle on nous vous ils elles lui leur leurs ce cette ces cet son sa ses mon ma mes notre nos votre vos
        est etait sera serait a avait aura ont avaient etre avoir doit devait devra peut pouvait pourra pourrait va allait ira vit
        vivait habite reste restait rentre rentrait sort sortait sortie sorti souffre souffrait refuse refusait demande demandait
        dit disait veut voulait voudrait souhaite souhaitait attend attendait attendu tombe tombait tombee chute chutait part
        partait parti partie arrive arrivait arrivee recoit recevait presente presentait appelle appelait prend prenait fait
        faisait voit voyait trouve trouvait revient revenait vient venait retourne retournait dort mange boit marche crie pleure
        deambule fugue erre perd perdait semble parait devient beneficie beneficiait necessite besoin accepte acceptait n est-ce
        age agee seul seule isolee isole veuf veuve hospitalise hospitalisee malade handicapee handicape demente dement
        concerne concernee en si mais donc car alors puis aussi tres trop bien mal deja encore toujours jamais depuis pendant
        apres avant lors quand comme ici la-bas tout toute tous toutes autre meme rien personne aucun aucune
        maire mairesse directeur directrice president presidente prefet prefete medecin pharmacien pharmacienne infirmier
        infirmiere depute deputee senateur senatrice juge procureur notaire cadre chef cheffe responsable coordinateur
        coordinatrice coordonnateur coordonnatrice secretaire adjoint adjointe delegue deleguee referent referente traitant
        traitante generaliste geriatre psychiatre specialiste hospitalier liberal liberaux remplacant remplacante voisin voisine
        patient patiente resident residente pilote animateur animatrice conseiller conseillere gestionnaire assistante assistant
        docteur professeur tout-le-monde bonjour merci cordialement lequel laquelle celui celle homme femme dame monsieur madame
        couple enfant jeune fille garcon mere pere usager usagere hebergement retour sortie admission refus demande absence rupture
        dossier probleme delai manque impossible appel rdv suite concernant urgent attention information signalement famille
        ans mois jours semaines nouveau nouvelle premier premiere deux trois quatre cinq six sept huit neuf dix
        """);

    /// <summary>First names common in France that are seldom anything else.</summary>
    public static FrozenSet<string> FirstNames { get; } = Set("""
        adele adrien agathe agnes alain albert alexandra alexandre alexis alfred alice aline amandine amelie anais andre andree
        angele angelique anna anne annick annie antoine antoinette arlette armel arnaud arthur aude audrey aurelie aurelien
        baptiste beatrice benjamin benoit bernadette bernard bertrand brigitte bruno camille carole caroline catherine cecile
        celine chantal charles charlotte chloe christelle christian christiane christine christophe claire claude claudine clement
        colette corentin corinne cyril damien daniel daniele danielle david delphine denis denise didier dominique edith eliane
        elisabeth elise elodie emile emilie emma emmanuel emmanuelle enora eric erwan estelle etienne eugene eugenie evelyne
        fabien fabrice fatima felix fernand fernande florence florian francis francine franck francois francoise frederic gabriel
        gaelle genevieve georges georgette gerard germaine ghislaine gilbert gilles ginette guillaume gustave gwenaelle gwenola
        helene henri henriette herve hubert hugo huguette isabelle jacqueline jacques jean jeanne jeannine jeremy jerome joel
        joelle johan jonathan jose joseph josephine josette josiane juliette julie julien karine katell kevin laetitia laure
        laurence laurent lea leon leone liliane loic louis louise louisette lucas lucette lucie lucien lucienne ludovic lydie
        madeleine magali manon marc marcel marcelle margaux marguerite maria marie marine marion marjorie martine mathieu mathilde
        maud maurice maryse maryvonne mathis maxime melanie michel michele micheline mireille mohamed monique morgane muriel
        nadege nadia nathalie nicolas nicole nolwenn noemie odette odile olivier olivia pascal pascale patrice patricia patrick
        paul paule paulette pauline philippe pierre pierrette quentin rachel raphael raymond raymonde regine rejane remi renaud
        rene renee robert rolande roland roger romain ronan roselyne sabrina sandra sandrine sarah sebastien serge severine simon
        simone solange solenn sophie soizic stephane stephanie suzanne sylvain sylvie tangui tanguy therese thierry thomas
        valentin valerie vanessa veronique victor vincent virginie viviane xavier yann yannick yolande youenn yves yvette yvon
        yvonne zoe
        """);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
