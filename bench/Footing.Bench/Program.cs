using Footing.Bench;


return args switch
{
    ["measure", var published, .. var options] => await MeasureVerb.RunAsync(published, options),
    ["clients", var address] => await ClientsVerb.RunAsync(new Uri(address)),
    ["dictionary"] => DictionaryVerb.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Footing.Bench measure FOLDER [quick] [long] [write] [ROWS]   measures and prints a table; FOLDER holds the published program
        Footing.Bench clients ADDRESS                                 appends over HTTP as it is told on standard input
        Footing.Bench dictionary                                      trains the dictionary by which entries are packed
        """);
    return 2;
}
