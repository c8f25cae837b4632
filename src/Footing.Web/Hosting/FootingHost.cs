using Footing.Content;
using Footing.Programmes;
using Footing.Wording;
using Footing.Storage;
using Footing.Storage.Files;
using Footing.Storage.Journals;
using Footing.Web.AdverseEvents;
using Footing.Web.AfterSession;
using Footing.Web.Background;
using Footing.Web.CheckIns;
using Footing.Web.Evidence;
using Footing.Web.ExerciseGuides;
using Footing.Web.FootChecks;
using Footing.Web.HomeTests;
using Footing.Web.JournalHistory;
using Footing.Web.Languages;
using Footing.Web.LeaveOuts;
using Footing.Web.Letters;
using Footing.Web.Observability;
using Footing.Web.Offline;
using Footing.Web.Outcomes;
using Footing.Web.Pages;
using Footing.Web.People;
using Footing.Web.Plans;
using Footing.Web.Preferences;
using Footing.Web.ProfessionalDecisions;
using Footing.Web.Requests;
using Footing.Web.Schedules;
using Footing.Web.Screening;
using Footing.Web.ScreeningResults;
using Footing.Web.Sessions;
using Footing.Web.Settings;
using Footing.Web.Sheets;
using Footing.Web.Sync;
using Footing.Web.Today;
using Footing.Web.UrgentHelp;
using Footing.Web.Welcome;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Footing.Web.Hosting;

/// <summary>Builds the web application: the only place that knows every folder.</summary>
public static class FootingHost
{
    /// <summary>An application that is ready to start; it listens on loopback only.</summary>
    /// <param name="options">The options of the host.</param>
    /// <param name="configure">Final changes to services and logging; for tests.</param>
    /// <exception cref="HostingException">A listening URL is not loopback, or the collector URL is invalid.</exception>
    /// <exception cref="StorageException">The data folder cannot be used.</exception>
    public static async Task<WebApplication> BuildAsync(FootingOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);

        // Empty: no external setting (ASPNETCORE_URLS, appsettings.json) may open another port.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "Footing" });
        Listen(builder, options.Urls);
        var collector = Telemetry.Collector(options.Otlp);
        Folders.Make(options.DataFolder);
        // In parallel: each takes a large part of the start time.
        var library = Task.Run(() => new ProgrammeLibrary(options.Programmes is { } given ? [.. given.Select(each => each.Programme)] : [ShippedProgramme.Load()]));
        // Each is read only once: the first page need not wait for it.
        var texts = Task.Run(() => ShippedTexts.Languages.Select(ShippedTexts.Load).ToList());
        var store = await JournalStore.OpenAsync(options.Store);
        // With PostgreSQL the store opens no file in the folder, so it does not restrict it.
        Folders.Restrict(options.DataFolder);
        await texts;
        AddServices(builder, options, store, await library);
        Telemetry.Add(builder, collector);
        configure?.Invoke(builder);

        var app = builder.Build();
        Announce(app, options, store);
        Telemetry.Use(app, collector);
        app.Use(SecurityHeaders.Set);
        // Before the guards, so that a header that makes one fail also gets an answer in words.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Failures.Handle, SuppressDiagnosticsCallback = _ => true });
        app.Use(Loopback.Guard);
        app.Use(SameSite.Guard);
        app.Use(PortCookies.Use);
        app.UseResponseCompression();
        app.UseRouting();
        app.Use(app.Services.GetRequiredService<HostLock>().Guard);
        // Behind the lock: a page that is locked is nobody's.
        app.Use(RequestPerson.Use);
        app.Use(RequestMethods.Refuse);
        app.Use(Encodings.Refuse);
        // After routing: telemetry names a fault of the store by its route.
        app.Use(DeviceJournal.Meet);
        Map(app.MapAll(), app.Services);
        return app;
    }

    private static void Listen(WebApplicationBuilder builder, IReadOnlyList<string> urls)
    {
        var places = urls.Select(Loopback.Parse).ToList();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
            foreach (var (addresses, port) in places)
            {
                foreach (var address in addresses)
                {
                    kestrel.Listen(address, port, listen => listen.Protocols = HttpProtocols.Http1);
                }
            }
        });
    }

    private static void AddServices(
        WebApplicationBuilder builder, FootingOptions options, JournalStore store, ProgrammeLibrary library)
    {
        var services = builder.Services;
        // Messages for people go to standard error; standard output is for data.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddConsole(console => console.FormatterName = EventLines.FormatterName)
            .AddConsoleFormatter<EventLines, ConsoleFormatterOptions>()
            .SetMinimumLevel(LogLevel.Warning)
            // The caller that starts the host reports in one sentence why it could not start.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            // The keys are stored beside the data that they protect; that they are not encrypted is known.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // A wrong form token is the sender's fault, and is answered in words.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None)
            .AddFilter("Footing", LogLevel.Information);

        services.AddRouting();
        // What the framework cannot read for an endpoint is answered in words as everything else, and not by an empty 400.
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        // Pages and upcoming sessions compress to a fifth, for bad connections. Form tokens differ in every response.
        services.AddResponseCompression(compression => compression.MimeTypes = ["text/html", "application/json", "application/problem+json", "application/manifest+json"]);
        services.AddRazorComponents();
        services.AddAntiforgery(form =>
        {
            form.FormFieldName = "token";
            // The token comes in a form alone: with a header, a body that is no form would reach the readers of forms.
            form.HeaderName = null;
            form.Cookie.Name = "footing-form";
            form.Cookie.SameSite = SameSiteMode.Strict;
            form.SuppressXFrameOptionsHeader = true;
        });
        services.AddDataProtection().SetApplicationName("Footing").PersistKeysToFileSystem(Keys(options.DataFolder));

        services.AddSingleton<IPersonResolver, HomePerson>();
        services.AddScoped(provider => provider.GetRequiredService<IPersonResolver>().Resolve(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, FormPerson>();

        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(HostLock.Of(options));
        services.AddHttpContextAccessor();
        services.AddSingleton(library);
        services.AddScoped(provider => new CurrentProgramme(library, TextsIn(
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context ? ReadingLanguage.Of(context.Request) : "en", options)));
        // Asked for anew by each part of a page: once the journal was read, the words are those of its condition.
        services.AddTransient(provider => provider.GetRequiredService<CurrentProgramme>().Pages);
        services.AddSingleton<Assets>();
        services.AddSingleton(new ExerciseVideos(options.DataFolder, library.All.SelectMany(programme => programme.ExerciseIds).Distinct()));
        services.AddSingleton<EmergencyNumbers>();
        services.AddSingleton<DangerReading>();
        // By a function, so that the container disposes it: pending writes finish, then a checkpoint follows.
        services.AddSingleton<IJournalStore>(provider => new WatchedJournal(store, provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<StoreFaults>()));
        services.AddSingleton(store.Drafts);
        services.AddSingleton<UnreadableEntryLog>();
        services.AddScoped<SentForm>();
        services.AddSingleton<StoreFaults>();
        services.AddSingleton<Readiness>();
        services.AddScoped<PersonJournal>();
        services.AddScoped<Drafts>();
    }

    /// <summary>The words of the pages, and apart from them those of each condition and programme.</summary>
    private static Texts TextsIn(string language, FootingOptions options) => (options.Programmes ?? []).Aggregate(
        options.Conditions.Aggregate(ShippedTexts.Load(language), (texts, each) => texts.WithCondition(each.Condition.Id, each.Texts(language))),
        (texts, each) => texts.With(each.Programme.Id, each.Texts(language)));

    private static void Announce(WebApplication app, FootingOptions options, JournalStore store)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Footing");
        var version = typeof(FootingHost).Assembly.GetName().Version?.ToString(3);
        app.Lifetime.ApplicationStarted.Register(() => Events.Started(log, version, options.Otlp is null ? "off" : "on"));
        if (store.CaughtUpKeyringSaves.Count > 0)
        {
            Events.KeyringSaveCaughtUp(log);
        }

        if (store.StaleKeyringSaves.Count > 0)
        {
            Events.KeyringSaveBehind(log);
        }

        app.Lifetime.ApplicationStopping.Register(() => Events.Stopping(log));
    }

    private static DirectoryInfo Keys(string data)
    {
        var folder = Path.Combine(data, "keys");
        Folders.Make(folder);
        Folders.Restrict(folder);
        return new DirectoryInfo(folder);
    }

    private static void Map(RouteGroupBuilder routes, IServiceProvider services)
    {
        // Without a key: health, and urgent help with what its page loads. Assets are the same in every installation.
        var unlocked = HostLock.MapUnlocked(routes);
        services.GetRequiredService<HostLock>().Map(unlocked);
        Health.Map(unlocked);
        Assets.Map(unlocked, services.GetRequiredService<Assets>());
        OfflinePages.MapManifest(unlocked);
        UrgentPages.Map(unlocked);

        ExerciseVideos.Map(routes, services.GetRequiredService<ExerciseVideos>());
        JournalApi.Map(routes);
        UpcomingApi.Map(routes);
        var pages = routes.MapPages();
        WelcomePages.Map(pages);
        SettingsPages.Map(pages);
        LanguagePages.Map(pages);
        ScreeningPages.Map(pages);
        CheckPages.Map(pages);
        ResultPages.Map(pages);
        DecisionPages.Map(pages);
        HomeTestPages.Map(pages);
        BackgroundPages.Map(pages);
        TodayPages.Map(pages);
        EventPages.Map(pages);
        FootCheckPages.Map(pages);
        SessionPages.Map(pages);
        QuestionsPages.Map(pages);
        PlanPages.Map(pages);
        ExercisePages.Map(pages);
        LeaveOutPages.Map(pages);
        SourcePages.Map(pages);
        SchedulePages.Map(pages);
        SheetPages.Map(pages);
        HistoryPages.Map(pages);
        ProgressPages.Map(pages);
        LetterPages.Map(pages);
        CorrectionPages.Map(pages);
        CheckInPages.Map(pages);
        OfflinePages.Map(pages);
    }
}
