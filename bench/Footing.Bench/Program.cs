using Footing.Bench;

return args switch
{
    ["dictionary"] => DictionaryVerb.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Footing.Bench dictionary    trains the dictionary by which entries are packed");
    return 2;
}
